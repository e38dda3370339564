// The filters: of the whole page by service and key question, and of the evidence
// index. All are hidden in the page and shown here, because without scripts they
// would do nothing. What is left out is always said, on the screen and on paper.
const filtering = (() => {
  'use strict';

  const line = (node) => (node ? node.textContent.replace(/[\s\u00a0]+/g, ' ').trim() : '');
  const form = document.getElementById('_filter');
  const main = document.getElementById('_main');
  const whole = form.querySelector('.shown');
  const [services, questions] = ['service', 'question'].map((kind) => form.querySelector(`[data-filter="${kind}"]`));

  // What the evidence index says about each id, and the key questions of each measure.
  const rows = [...main.querySelectorAll('.index tbody tr')];
  for (const row of rows) {
    const [metric, name, scope, dates] = [row.cells[1].firstChild, row.cells[1].lastChild, row.cells[2], row.cells[3].firstChild].map(line);
    Object.assign(row.dataset, { metric, name, scope, window: dates });
  }
  const byId = new Map(rows.map((row) => [line(row.querySelector('.evidence')), { metric: row.dataset.metric, services: row.dataset.service ? row.dataset.service.split('|') : [''] }]));
  const definitions = [...main.querySelectorAll('.definition')];
  const groups = new Map(definitions.map((d) => [d.dataset.metric, [...d.querySelectorAll('[data-part="groups"] span')].map(line)]));
  const byTitle = new Map([...rows.map((row) => [row.dataset.name, row.dataset.metric]),
    ...definitions.map((d) => [line(d.querySelector('h4')).slice(d.dataset.metric.length).trim(), d.dataset.metric])]);
  const names = [...new Set([...byId.values()].flatMap((fact) => fact.services))].filter((name) => name !== '').sort();

  const idsIn = (place) => [...place.querySelectorAll('.evidence, [data-verdict-of]')]
    .map((node) => node.dataset.verdictOf || line(node)).filter((id) => byId.has(id));

  // The measures and the services that a part of the page speaks of. An empty set is
  // “not known”; the service '' is all of them together.
  const factsOf = (part) => {
    const ids = part.matches('figure.chart') ? idsIn(part).slice(0, 1) : idsIn(part);
    const found = {
      metrics: new Set([...ids.map((id) => byId.get(id).metric), ...[...part.querySelectorAll('.metric')].map(line)]),
      services: new Set(ids.flatMap((id) => byId.get(id).services)),
    };
    if (part.dataset.metric) found.metrics.add(part.dataset.metric);
    if (part.matches('tr')) ofRow(part, found);
    if (part.matches('.trail')) found.services = new Set(names.filter((name) => line(part.querySelector('summary')).includes(name)));
    if (found.services.size === 0 && found.metrics.size > 0 && !part.matches('.definition')) found.services.add('');
    return found;
  };

  // A row of a table names its measure or its service in a cell, or its table does.
  const ofRow = (row, found) => {
    const cells = [...row.children].map(line);
    const title = byTitle.get(cells[0]);
    if (title) found.metrics.add(title);
    const named = names.filter((name) => cells.some((text) => text === name || text.endsWith(', ' + name)));
    const own = row.dataset.service ? row.dataset.service.split('|') : [];
    if (named.length + own.length > 0) found.services = new Set([...named, ...own]);
    const source = row.closest('.block').querySelector('.source');
    const ids = source ? idsIn(source) : [];
    if (found.metrics.size === 0) for (const id of ids) found.metrics.add(byId.get(id).metric);
  };

  const parts = [...main.querySelectorAll('.figure, .claims:not(.answers) .claim, figure.chart, .trail, .definition, .stack tbody tr:not(.group), [data-unit]')]
    .map((part) => ({ part, section: part.closest('section'), block: part.closest('.block'), ...factsOf(part) }));
  // Where a table names services, a row that names none of them is of no single one.
  const naming = new Set(parts.filter((p) => p.part.matches('tr') && [...p.services].some((name) => name !== '')).map((p) => p.block));
  for (const p of parts) if (p.services.size === 0 && naming.has(p.block)) p.services.add('');
  const blocks = [...main.querySelectorAll('section .block')];
  const sections = [...main.querySelectorAll('section')].map((section) => ({
    section, name: line(section.querySelector('.label')), parts: parts.filter((p) => p.section === section),
    blocks: blocks.filter((block) => block.closest('section') === section), empty: document.createElement('p'),
  }));
  for (const s of sections) {
    s.empty.className = 'note empty';
    s.empty.hidden = true;
    s.section.append(s.empty);
  }

  const answer = (part) => {
    const told = [];
    if (services.value !== '') told.push(part.services.size > 0 ? part.services.has(services.value) : null);
    if (questions.value !== '') {
      told.push(part.metrics.size > 0 ? [...part.metrics].some((id) => (groups.get(id) || []).includes(questions.value)) : null);
    }
    if (told.includes(false)) return 'no';
    return told.includes(null) ? 'follows' : 'yes';
  };

  // Parts that the choice says nothing about follow their section: they stay where
  // something of it stays, or where it says nothing about the whole section.
  const filterSection = (s) => {
    const answers = s.parts.map(answer);
    const [yes, no] = ['yes', 'no'].map((word) => answers.filter((a) => a === word).length);
    const follow = yes > 0 || no === 0;
    s.parts.forEach((p, i) => { p.part.hidden = answers[i] === 'no' || (answers[i] === 'follows' && !follow); });
    for (const block of s.blocks) {
      const own = s.parts.filter((p) => block.contains(p.part) && p.part !== block);
      if (own.length > 0 && !s.parts.some((p) => p.part === block)) block.hidden = own.every((p) => p.part.hidden);
      else if (!s.parts.some((p) => p.part === block)) block.hidden = !follow;
    }
    s.empty.hidden = no === 0;
    s.empty.textContent = no === 0 ? '' : yes === 0 ? `Nothing in this part for this choice: ${no} left out.` : `${no} of ${yes + no} in this part are left out by the filter.`;
    return { yes, no, nothing: no > 0 && yes === 0 };
  };

  const chosen = () => [services, questions].filter((s) => s.value !== '').map((s) => `${line(s.closest('label').querySelector('.name'))}: ${s.value}`);

  const apply = () => {
    const found = sections.map(filterSection);
    const sum = (kind) => found.reduce((total, one) => total + one[kind], 0);
    const [yes, no] = [sum('yes'), sum('no')];
    const without = sections.filter((_, i) => found[i].nothing).map((s) => s.name);
    document.body.classList.toggle('filtered', no > 0);
    const all = `Showing everything: ${parts.length} figures, claims and rows.`;
    whole.textContent = chosen().length === 0 ? all : `${chosen().join('; ')}. Showing ${yes} of ${yes + no} figures, claims and rows` +
      `${no > 0 ? `; ${no} are left out` : ''}${services.value !== '' ? ', with every figure of all services together' : ''}.` +
      (without.length > 0 ? ` Nothing for this choice in: ${without.join('; ')}.` : '');
    form.querySelector('button').hidden = chosen().length === 0;
    for (const recount of recounts) recount();
  };

  const fillSelect = (select, values) => {
    for (const value of values) select.add(new Option(value, value));
    select.closest('label').hidden = values.length < 2;
  };

  // The evidence index has a filter of its own beside that of the page.
  const recounts = [];
  const indexFilter = (own) => {
    const mine = [...own.parentElement.querySelectorAll('.index tbody tr')];
    const selects = [...own.querySelectorAll('select')];
    const shown = own.querySelector('.shown');
    for (const select of selects) {
      const kind = select.dataset.filter;
      const words = new Map(mine.map((row) => [row.dataset[kind],
        kind === 'metric' ? `${row.dataset.metric} ${row.dataset.name.split(': ')[0]}` : row.dataset[kind]]));
      for (const [value, text] of words) select.add(new Option(text, value));
    }
    const recount = () => {
      for (const row of mine) row.classList.toggle('out', !selects.every((s) => s.value === '' || row.dataset[s.dataset.filter] === s.value));
      const left = mine.filter((row) => !row.hidden && !row.classList.contains('out')).length;
      const words = [...chosen(), ...selects.filter((s) => s.value !== '').map((s) => s.selectedOptions[0].textContent)];
      shown.textContent = `Showing ${left} of ${mine.length} figures` + (words.length > 0 ? ': ' + words.join(', ') : '');
      own.classList.toggle('chosen-some', words.length > 0);
    };
    own.addEventListener('change', recount);
    own.addEventListener('submit', (event) => event.preventDefault());
    own.hidden = false;
    recounts.push(() => { recount(); });
    own.clear = () => { for (const select of selects) select.value = ''; };
  };

  const clear = () => {
    services.value = '';
    questions.value = '';
    apply();
  };

  const own = [...document.querySelectorAll('form.index-filter')];
  own.forEach(indexFilter);
  fillSelect(services, names);
  fillSelect(questions, [...new Set([...groups.values()].flat())].sort((a, b) => order(a) - order(b)));
  function order(group) { return form.dataset.groups.split('|').indexOf(group); }
  form.hidden = [services, questions].every((s) => s.closest('label').hidden);
  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.querySelector('button').addEventListener('click', () => {
    clear();
    [services, questions].find((s) => !s.closest('label').hidden).focus();
  });
  apply();

  // Brings back a part that the filters hide, for a link that leads to it.
  const reveal = (part) => {
    if (part.checkVisibility()) return;
    for (const one of own) one.clear();
    clear();
  };
  return { reveal };
})();
