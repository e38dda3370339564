// Unpacks the chart library, which stands in the page packed, and draws the charts.
// The library is Apache ECharts under the Apache License 2.0; its notices and those
// of its parts stand at its head. A browser that cannot unpack it keeps the still
// pictures, which show the same.
(async () => {
  'use strict';
  try {
    const packed = Uint8Array.from(atob(document.getElementById('_library').textContent), (sign) => sign.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    const script = document.createElement('script');
    script.textContent = await new Response(stream).text();
    document.body.append(script);
    if (typeof echarts !== 'undefined') drawing();
  } catch (error) {
    console.info('The still pictures stay: ' + error);
  }
  document.body.dataset.ready = '';
})();
