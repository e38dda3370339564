// Unpacks what stands packed at the end of the page, and runs the scripts that do the
// rest. First come the parts of the page itself, each put into its place; then our own
// scripts; then the chart library, which is Apache ECharts under the Apache License 2.0
// (its notices and those of its parts stand at its head). A browser that cannot unpack
// them keeps the words and still pictures, and says so.
(async () => {
  'use strict';
  const unpacked = (id) => {
    const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (sign) => sign.charCodeAt(0));
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  };
  const run = async (id) => {
    const script = document.createElement('script');
    script.textContent = await unpacked(id);
    document.body.append(script);
  };
  try {
    const rest = document.createElement('template');
    rest.innerHTML = await unpacked('_rest');
    for (const part of rest.content.querySelectorAll('template')) document.getElementById(part.dataset.place).replaceWith(part.content);
    document.body.classList.add('whole');
    await run('_code');
    await run('_library');
    if (typeof echarts !== 'undefined') drawing();
  } catch (error) {
    console.info('What is packed stays packed: ' + error);
  }
  document.body.dataset.ready = '';
})();
