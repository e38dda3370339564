// Unpacks what stands packed at the end of the page, and runs the scripts that do the
// rest. First come the parts of the page itself, each put into its place; then our own
// scripts; then the chart library, which is Apache ECharts under the Apache License 2.0
// (its notices and those of its parts stand at its head). A browser that cannot unpack
// them keeps the words and still pictures, and says so.
(async () => {
  'use strict';
  // Five digits to the base 85 are four bytes; what is missing at the end are the highest.
  const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%()*+,./:;=?@[]^_{|}~';
  const digits = new Map([...signs].map((sign, digit) => [sign, digit]));
  const bytes = (text) => {
    const all = new Uint8Array(Math.floor((text.length * 4) / 5));
    for (let from = 0, to = 0; from < text.length; from += 5) {
      let number = 0;
      for (let i = from; i < from + 5; i += 1) number = number * 85 + (i < text.length ? digits.get(text[i]) : 84);
      for (let i = 24; i >= 0 && to < all.length; i -= 8, to += 1) all[to] = (number / 2 ** i) & 255;
    }
    return all;
  };
  const unpacked = (id) => {
    const packed = bytes(document.getElementById(id).textContent);
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
