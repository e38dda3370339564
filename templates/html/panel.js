// The drill-down panel of one figure. Everything in it is taken from the page: the
// evidence index, the definitions, the verdict and the source line of the figure.
// The address carries the evidence id, so that a link opens the panel and the back
// button closes it.
(() => {
  'use strict';
  const { copy, button, line } = copying;
  const panel = document.getElementById('_panel');
  const desk = panel.parentElement;
  const narrow = matchMedia('(max-width: 900px)');
  const rows = [...document.querySelectorAll('.index tbody tr[id]')];
  let opener = null;

  const fill = (name) => panel.querySelector(`[data-fill="${name}"]`);
  const show = (name, there) => { panel.querySelector(`[data-show="${name}"]`).hidden = !there; };
  const places = { title: 1, dates: 3, counts: 4, value: 5, range: 6, people: 7 }; // of the columns of the index
  const part = (row, name) => row.cells[places[name]].textContent.trim();
  const titleOf = (row) => row.dataset.name;
  const about = (text, id) => text.textContent.includes(id);

  const tableRow = (head, cells) => {
    const tr = document.createElement('tr');
    const first = document.createElement('th');
    first.scope = 'row';
    first.textContent = head;
    tr.append(first);
    for (const text of cells) {
      const cell = document.createElement('td');
      cell.className = 'number';
      cell.textContent = text;
      tr.append(cell);
    }
    return tr;
  };

  const heads = (texts) => {
    const tr = document.createElement('tr');
    tr.append(document.createElement('td'));
    for (const text of texts) {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.className = 'number';
      cell.textContent = text;
      tr.append(cell);
    }
    return tr;
  };

  const copyOf = (node) => {
    const made = node.cloneNode(true);
    made.removeAttribute('id');
    for (const inner of made.querySelectorAll('[id]')) inner.removeAttribute('id');
    return made;
  };

  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const counted = (text) => text.split(' of ')[0];
  const outOf = (text) => text.split(' of ')[1] || '–';

  // The windows of one figure side by side: who was counted, out of how many, and so on.
  const counts = (same) => {
    const head = panel.querySelector('[data-fill="windows"]');
    const all = same.map((row) => part(row, 'counts'));
    head.replaceChildren(heads(same.map((row) => capital(row.dataset.window))));
    fill('counts').replaceChildren(
      tableRow('Dates', same.map((row) => part(row, 'dates').replace(row.dataset.window, '').trim())),
      tableRow('Counted', all.map(counted)),
      ...(all.some((text) => text.includes(' of ')) ? [tableRow('Out of', all.map(outOf))] : []),
      tableRow('Value', same.map((row) => part(row, 'value'))),
      tableRow('Likely range', same.map((row) => part(row, 'range'))),
      tableRow('People', same.map((row) => part(row, 'people'))));
  };

  // What the difference is, whether its range holds no difference, and what is not known.
  const difference = (verdict) => {
    const text = verdict ? line(verdict.querySelector('.difference')) : '';
    const word = verdict ? line(verdict.querySelector('.state')) : '';
    const range = text.match(/\(([+−-]?[\d.,]+) to ([+−-]?[\d.,]+)/);
    const [low, high] = range ? [1, 2].map((k) => Number(range[k].replace('−', '-').replaceAll(',', ''))) : [];
    const said = [];
    if (text) said.push(`The difference is ${text}.`);
    if (range) said.push(low <= 0 && high >= 0 ? 'The likely range includes no difference.' : 'The likely range does not include “no difference”.');
    if (word) said.push(`What is said of it: “${word}”. It does not say why.`);
    return said.join(' ');
  };

  const build = (row) => {
    const { metric, scope, window: dates } = row.dataset;
    const title = titleOf(row);
    const like = rows.filter((r) => r.dataset.metric === metric && titleOf(r) === title);
    const same = like.filter((r) => r.dataset.scope === scope);
    panel.querySelector('h2').textContent = title;
    fill('ids').textContent = `${metric} · evidence ${row.id} · ${scope}`;

    const ids = [row.id, ...same.map((r) => r.id)];
    const verdicts = [...document.querySelectorAll('[data-verdict-of]')].filter((v) => !panel.contains(v));
    const verdict = ids.map((id) => verdicts.find((v) => v.dataset.verdictOf === id)).find((v) => v);
    fill('verdict').replaceChildren(...(verdict ? [copyOf(verdict)] : []));

    const definition = [...document.querySelectorAll('.definition')].find((d) => d.dataset.metric === metric);
    show('definition', definition);
    fill('definition').replaceChildren(...(definition ? [...definition.children].slice(1).map(copyOf) : []));

    counts(same);
    const sentence = difference(verdict);
    show('difference', sentence);
    fill('difference').textContent = sentence;
    const source = [...document.querySelectorAll('.source')].find((s) => about(s, row.id));
    const files = definition && definition.querySelector('[data-part="files"]');
    const where = source ? source.textContent : files ? files.textContent : `Rows dated ${part(row, 'dates').replace(row.dataset.window, '').trim()}.`;
    fill('source').textContent = where;

    const others = like.filter((r) => r.dataset.scope !== scope && r.dataset.window === dates);
    show('scopes', others.length > 0);
    fill('scopes').replaceChildren(...others.map((r) => tableRow(r.dataset.scope, [part(r, 'counts'), part(r, 'value')])));
    fill('row').href = '#' + row.id;
  };

  // On a narrow screen the panel stands right under the part that it belongs to, or
  // above a table, which may be long.
  const place = () => {
    const block = opener && opener.closest('.block');
    if (!narrow.matches || !block) desk.append(panel);
    else if (opener.closest('table')) block.before(panel);
    else block.after(panel);
  };

  const mark = (id) => {
    for (const chosen of document.querySelectorAll('.chosen')) chosen.classList.remove('chosen');
    if (!id) return;
    document.getElementById(id).classList.add('chosen');
    for (const link of document.querySelectorAll('.figure a.evidence')) {
      if (link.textContent === id) link.closest('.figure').classList.add('chosen');
    }
  };

  const open = (row, from) => {
    opener = from;
    build(row);
    place();
    mark(row.id);
    panel.hidden = false;
    desk.classList.add('open');
    panel.focus({ preventScroll: !narrow.matches });
    panel.scrollTop = 0;
  };

  const refocus = () => { if (panel.hidden && opener && opener.checkVisibility()) opener.focus(); };

  const close = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    desk.classList.remove('open');
    mark('');
    refocus();
    setTimeout(refocus); // the browser may go to the place of the address before
  };

  // Closing goes back to where the panel was opened, so that the back button has one
  // step for each panel and no more.
  const leave = () => {
    if (panel.hidden) return;
    if (history.state && history.state.panel) {
      history.back();
      return;
    }
    history.replaceState(null, '', location.pathname + location.search);
    close();
  };

  const rowOf = (hash) => rows.find((row) => '#' + row.id === decodeURIComponent(hash));

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.evidence');
    const row = link && rowOf(link.hash);
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const state = { panel: row.id };
    if (history.state && history.state.panel) history.replaceState(state, '', '#' + row.id);
    else history.pushState(state, '', '#' + row.id);
    open(row, panel.contains(link) ? opener : link);
  });
  panel.querySelector('.close').addEventListener('click', leave);
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') leave(); });
  addEventListener('popstate', () => {
    const row = rowOf(location.hash);
    if (!row) close();
    else if (panel.hidden) open(row, row.querySelector('a.evidence'));
  });
  fill('row').addEventListener('click', (event) => {
    const row = rowOf(event.target.hash);
    if (!row) return;
    event.preventDefault();
    filtering.reveal(row);
    row.scrollIntoView({ block: 'center' });
    row.querySelector('a.evidence').focus({ preventScroll: true });
  });

  const words = button('Copy this figure');
  words.className = 'copy';
  words.addEventListener('click', () => {
    const said = [line(panel.querySelector('h2')), line(fill('verdict')), line(fill('ids'))];
    const table = [...fill('counts').querySelectorAll('tr')].map((tr) => [...tr.children].map(line).join(' '));
    const heads = [...panel.querySelectorAll('[data-fill="windows"] th')].map(line).join(', ');
    copy(words, [...said, `${heads}: ${table.join('; ')}`, line(fill('difference')), line(fill('source'))].filter((t) => t !== '').join('. ').replaceAll('..', '.'), panel);
  });
  fill('ids').after(words);

  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

  // A link to an evidence id opens its panel once the browser has gone to the row.
  // The row may have come to its place only now, and the browser looked before.
  const atAsked = () => {
    const asked = rowOf(location.hash);
    if (!asked) return;
    asked.scrollIntoView();
    requestAnimationFrame(() => {
      open(asked, asked.querySelector('a.evidence'));
      if (!narrow.matches) asked.scrollIntoView();
    });
  };
  if (document.readyState === 'complete') atAsked();
  else addEventListener('load', atAsked);
})();
