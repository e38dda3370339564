// Saves a chart as a drawing (SVG) or a picture (PNG). A chart that leaves the pack
// takes with it what it must not be read without: its finding, its counts, its
// partner, what its letters mean, its source line, whose it is and its dates. It is
// made of what the page shows, so it can hold nothing else.
(() => {
  'use strict';
  const { copy, say, button, line, lines, titleOf, ofChart, dates } = copying;

  const space = 'http://www.w3.org/2000/svg';
  const margin = 6; // all lengths in millimetres, as in the charts
  const air = 3;
  const ink = '#16242F';
  const second = '#46545F';
  const across = 2000; // pixels of a picture
  const typeface = 'Open Sans, Arial, sans-serif';
  const pen = document.createElement('canvas').getContext('2d');

  // The lines of a text. Another typeface may be a little wider than ours, so some room is left.
  const broken = (text, size, weight, width) => {
    pen.font = `${weight} 100px "Open Sans", Arial, sans-serif`;
    const room = (0.96 * width * 100) / size;
    const all = [];
    for (const word of text.split(' ')) {
      const longer = all.length > 0 ? `${all[all.length - 1]} ${word}` : word;
      if (all.length > 0 && pen.measureText(longer).width <= room) all[all.length - 1] = longer;
      else all.push(word);
    }
    return all;
  };

  const element = (name, attributes, text) => {
    const made = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const fonts = () => [...document.querySelectorAll('style')]
    .flatMap((sheet) => sheet.textContent.match(/@font-face\{[^}]*\}/g) || []).join('\n');

  // A file takes its paint along: what the page says once by a name becomes attributes.
  const paints = new Map([...document.getElementById('_inks').textContent.matchAll(/\.(\w+)[^{}]*\{([^}]*)\}/g)]
    .map(([, name, said]) => [name, said.split(';').map((one) => one.split(':'))]));
  const painted = (node) => {
    for (const [name, value] of paints.get(node.getAttribute('class')) || []) {
      for (const one of name === 'r' && node.children.length > 0 ? node.children : [node]) one.setAttribute(name, value);
    }
    node.removeAttribute('class');
  };

  const stills = (chart) => [...chart.querySelectorAll('.still svg, .picture-wide svg, :scope > .wide-table > svg')];

  // What the lettered flags of a chart mean: the key that stands nearest below it, or
  // else the nearest above.
  const keyOf = (chart) => {
    const letters = new Set([...chart.querySelectorAll('[data-letters]')].flatMap((d) => d.dataset.letters.split(' ')));
    const keys = [...document.querySelectorAll('.key')].filter((key) => !key.hidden);
    const below = keys.find((key) => chart.compareDocumentPosition(key) & Node.DOCUMENT_POSITION_FOLLOWING);
    const key = below || keys[keys.length - 1];
    return key && letters.size > 0 ? [...key.querySelectorAll('li')].filter((li) => letters.has(line(li.querySelector('.tag')))).map(line) : [];
  };

  const ofPage = () => [`${line(document.querySelector('footer p')).replace(/ · Back to the start$/, '')}`, dates + '.',
    line(document.querySelector('.banner'))];

  // The whole drawing, and its size in millimetres.
  const sheet = (chart) => {
    const drawings = stills(chart);
    const boxes = drawings.map((drawing) => drawing.viewBox.baseVal);
    const width = Math.max(...boxes.map((box) => box.width)) + 2 * margin;
    const body = element('g', {});
    let y = margin;
    const write = (text, size, step, weight, colour) => {
      for (const words of broken(text, size, weight, width - 2 * margin)) {
        y += step;
        body.append(element('text', { x: margin, y: y.toFixed(2), 'font-size': size, 'font-weight': weight, fill: colour }, words));
      }
    };
    const place = (drawing, box) => {
      const copyOf = drawing.cloneNode(true);
      for (const use of copyOf.querySelectorAll('use')) {
        const run = document.querySelector(use.getAttribute('href')).cloneNode(true);
        use.replaceWith(...run.childNodes);
      }
      for (const node of [copyOf, ...copyOf.querySelectorAll('[class]')]) painted(node);
      copyOf.removeAttribute('role');
      copyOf.removeAttribute('aria-label');
      for (const [key, value] of Object.entries({ x: margin, y: y.toFixed(2), width: box.width, height: box.height })) copyOf.setAttribute(key, value);
      body.append(copyOf);
      y += box.height;
    };
    const title = titleOf(chart);
    write(title, 4.1, 5.4, 600, ink);
    y += 0.6;
    for (const text of lines(chart, 'figcaption .note, :scope > .note:not(.rebase, .reason), :scope > .lead')) write(text, 2.65, 3.6, 400, second);
    const notes = lines(chart, 'figcaption .note').join(' ');
    const verdict = lines(chart, 'figcaption .state, figcaption .difference').filter((text) => !notes.includes(text)).join(': ');
    if (verdict) write(verdict, 2.65, 3.8, 600, ink);
    y += air;
    drawings.forEach((drawing, i) => {
      if (i > 0) {
        y += 1.5;
        for (const text of lines(chart, '.partner > p:first-child')) write(text, 2.65, 3.6, 600, ink);
        y += 1;
      }
      place(drawing, boxes[i]);
    });
    y += air / 2;
    const beneath = [...lines(chart, ':scope > .rebase, :scope > .reason'), ...lines(chart, ':scope > .changes li'), ...keyOf(chart), ...lines(chart, '.source'), ...ofPage()];
    for (const text of beneath) write(text, 2.45, 3.4, 400, second);
    const height = y + margin;
    const root = element('svg', { viewBox: `0 0 ${width} ${height.toFixed(2)}`, role: 'img', 'font-family': typeface });
    root.append(element('title', {}, title), element('desc', {}, drawings.map((drawing) => drawing.getAttribute('aria-label')).join(' ')));
    root.append(element('style', {}, fonts()), element('rect', { width, height: height.toFixed(2), fill: '#FFFFFF' }), body);
    return { root, width, height };
  };

  const written = (made, width, height) => {
    made.root.setAttribute('width', width);
    made.root.setAttribute('height', height);
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(made.root) + '\n';
  };

  const keep = (blob, name) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say(`Saved as ${name}`);
  };

  const asDrawing = (chart) => {
    const made = sheet(chart);
    keep(new Blob([written(made, made.width + 'mm', made.height.toFixed(2) + 'mm')], { type: 'image/svg+xml' }), chart.dataset.file + '.svg');
  };

  const asPicture = async (chart) => {
    const made = sheet(chart);
    const canvas = document.createElement('canvas');
    canvas.width = across;
    canvas.height = Math.round((across * made.height) / made.width);
    const image = new Image();
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(written(made, canvas.width, canvas.height));
    await image.decode();
    const paper = canvas.getContext('2d');
    paper.fillStyle = '#FFFFFF';
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error('the browser gave no picture');
    keep(blob, chart.dataset.file + '.png');
  };

  // The typeface must be there before a line is measured or a picture is made.
  const saving = (chart, how) => async () => {
    try {
      await Promise.all([document.fonts.load('400 16px "Open Sans"'), document.fonts.load('600 16px "Open Sans"')]);
      await how(chart);
    } catch (error) {
      say('This browser could not save it. Save it as SVG, or print the page.');
      console.error(error);
    }
  };

  for (const chart of document.querySelectorAll('[data-file]')) {
    const about = titleOf(chart);
    const words = button('Copy the words', about);
    words.addEventListener('click', () => copy(words, ofChart(chart), chart));
    const picture = button('Save as PNG', about);
    picture.dataset.save = 'png';
    picture.addEventListener('click', saving(chart, asPicture));
    const drawing = button('Save as SVG', about);
    drawing.dataset.save = 'svg';
    drawing.addEventListener('click', saving(chart, asDrawing));
    const row = document.createElement('p');
    row.className = 'keep';
    row.append(...(stills(chart).length > 0 ? [picture, drawing, words] : [words]));
    const tables = chart.querySelector(':scope > .tables, :scope > details');
    if (tables) tables.before(row);
    else chart.append(row);
  }
})();
