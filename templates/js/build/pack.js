// Packs ../echarts.min.js as gzip, as tightly as Zopfli can. Run in this folder after build.sh.
const { readFileSync, writeFileSync, unlinkSync } = require('fs');
const { gzip } = require('@gfx/zopfli');

const plain = '../echarts.min.js';
gzip(readFileSync(plain), { numiterations: 15 }, (error, packed) => {
  if (error) throw error;
  writeFileSync(plain + '.gz', packed);
  unlinkSync(plain);
});
