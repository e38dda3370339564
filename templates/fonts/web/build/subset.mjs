// Cuts the two faces that a screen uses down to the letters of the packs and
// writes them as WOFF2: node subset.mjs <folder of the TTF files> <folder to write>
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const [from, to] = process.argv.slice(2);
const span = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

const letters =
  span(0x20, 0x7e) +      // English
  span(0xa0, 0x17f) +     // western and central European letters, Welsh ŵ ŷ, Polish
  span(0x218, 0x21b) +    // Romanian Ș ș Ț ț
  span(0x1e80, 0x1e85) +  // Welsh Ẁ to ẅ
  '\u1ef2\u1ef3' +        // Welsh Ỳ ỳ
  span(0x2010, 0x2015) + span(0x2018, 0x201e) + '\u2020\u2021\u2022\u2026\u2032\u2033' +
  '\u202f\u2009\u20ac\u2122\u2212\u00d7\u2260\u2264\u2265';

for (const face of ['Regular', 'Semibold']) {
  const whole = readFileSync(join(from, `OpenSans-${face}.ttf`));
  const cut = await subsetFont(whole, letters, { targetFormat: 'woff2' });
  writeFileSync(join(to, `OpenSans-${face}.woff2`), cut);
}
