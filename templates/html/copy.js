// Copies a text with one click. A file opened from a disk may be refused the
// clipboard; then an older way is tried, and at last the text is selected, so that
// two keys copy it. What happened is said to those who do not see the button.
const copying = (() => {
  'use strict';

  const status = document.getElementById('_said');

  // The same words said twice are said again only if they change in between.
  const say = (text) => {
    status.textContent = '';
    requestAnimationFrame(() => { status.textContent = text; });
  };

  const olderWay = (text) => {
    const box = document.createElement('textarea');
    const focused = document.activeElement;
    box.value = text;
    box.readOnly = true;
    box.className = 'unseen';
    document.body.append(box);
    box.select();
    const done = document.execCommand('copy');
    box.remove();
    if (focused) focused.focus({ preventScroll: true });
    return done;
  };

  const write = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return olderWay(text);
    }
  };

  const copy = async (button, text, place) => {
    const name = button.dataset.name || (button.dataset.name = button.textContent);
    if (await write(text)) {
      button.textContent = 'Copied';
      say('Copied');
    } else {
      getSelection().selectAllChildren(place);
      button.textContent = 'Selected: press Ctrl+C';
      say('Selected. Press Control and C to copy.');
    }
    clearTimeout(button.timer);
    button.timer = setTimeout(() => { button.textContent = name; }, 4000);
  };

  const line = (node) => (node ? node.textContent.replace(/\s+/g, ' ').trim() : '');
  const lines = (place, selector) => [...place.querySelectorAll(selector)].map(line).filter((text) => text !== '');
  const sentence = (text) => (/[.?!:]$/.test(text) ? text : text + '.');
  const facts = [...document.querySelectorAll('.facts dd')].map(line);
  const dates = `${facts[0]}, compared with ${facts[1]}`;

  // The words of a figure stand alone: what it is, before and after, how many, how
  // sure, which dates, and its evidence id.
  const ofFigure = (figure) => [
    `${line(figure.querySelector('h3'))}: ${[...lines(figure, '.before'), ...lines(figure, '.after')].join(' to ')}`,
    lines(figure, '.counts').join('; '), lines(figure, '.state, .difference').join(': '), ...lines(figure, '.read-with'), dates,
    `Evidence: ${line(figure.querySelector('.ids'))}`,
  ].filter((text) => text !== '').map(sentence).join(' ');

  const titleOf = (chart) => line(chart.querySelector(':scope > figcaption h3, :scope > h3, :scope > summary'));

  const ofChart = (chart) => [
    titleOf(chart), ...lines(chart, 'figcaption .note, :scope > .note, :scope > .lead, .part > *'),
    ...lines(chart, 'figcaption .state'),
    ...lines(chart, '.partner > p:first-child'), ...lines(chart, '.source'), dates,
  ].filter((text) => text !== '').map(sentence).join(' ');

  // Paragraphs stay paragraphs; what stands small under a claim goes with it.
  const ofClaim = (claim) => [...claim.querySelectorAll('.text')].map((text) => text.textContent.trim()).join('\n\n');

  const button = (name, about) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = name;
    if (about) made.setAttribute('aria-label', `${name}: ${about}`);
    return made;
  };

  for (const claim of document.querySelectorAll('.claim')) {
    const made = button('Copy this text');
    made.className = 'copy';
    made.addEventListener('click', () => copy(made, ofClaim(claim), claim.querySelector('.text')));
    claim.querySelector('.about').append(' ', made);
  }
  for (const figure of document.querySelectorAll('.figure')) {
    const made = button('Copy');
    made.className = 'copy';
    made.addEventListener('click', () => copy(made, ofFigure(figure), figure));
    figure.append(made);
  }
  return { copy, say, button, line, lines, titleOf, ofChart, dates };
})();
