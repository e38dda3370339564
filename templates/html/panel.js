// The drill-down panel of one figure. Everything in it is taken from the page:
// the evidence index, the definitions, the verdict and the source line of the
// figure. The address carries the evidence id, so that a link opens the panel.
(() => {
  'use strict';
  const panel = document.getElementById('_panel');
  const desk = panel.parentElement;
  const narrow = matchMedia('(max-width: 900px)');
  const rows = [...document.querySelectorAll('.index tbody tr[id]')];
  let opener = null;

  const fill = (name) => panel.querySelector(`[data-fill="${name}"]`);
  const show = (name, there) => { panel.querySelector(`[data-show="${name}"]`).hidden = !there; };
  const part = (row, name) => row.querySelector(`[data-part="${name}"]`).textContent.trim();
  const about = (text, id) => text.textContent.includes(id);

  const line = (head, row) => {
    const tr = document.createElement('tr');
    const first = document.createElement('th');
    first.scope = 'row';
    first.textContent = head;
    tr.append(first);
    for (const name of ['counts', 'value', 'range', 'people']) {
      const cell = document.createElement('td');
      cell.className = 'number';
      cell.textContent = part(row, name);
      tr.append(cell);
    }
    return tr;
  };

  const copyOf = (node) => {
    const copy = node.cloneNode(true);
    copy.removeAttribute('id');
    for (const inner of copy.querySelectorAll('[id]')) inner.removeAttribute('id');
    return copy;
  };

  const build = (row) => {
    const { metric, scope, window: dates } = row.dataset;
    const same = rows.filter((r) => r.dataset.metric === metric);
    panel.querySelector('h2').textContent = row.querySelector('.name').textContent;
    fill('ids').textContent = `${metric} · evidence ${row.id} · ${scope}`;

    const verdict = [...document.querySelectorAll('[data-verdict-of]')].find((v) => v.dataset.verdictOf === row.id && !panel.contains(v));
    fill('verdict').replaceChildren(...(verdict ? [copyOf(verdict)] : []));

    const definition = [...document.querySelectorAll('.definition')].find((d) => d.dataset.metric === metric);
    show('definition', definition);
    fill('definition').replaceChildren(...(definition ? [...definition.children].slice(1).map(copyOf) : []));

    fill('counts').replaceChildren(...same.filter((r) => r.dataset.scope === scope).map((r) => line(r.dataset.window, r)));
    const source = [...document.querySelectorAll('.source')].find((s) => about(s, row.id));
    fill('source').textContent = source ? source.textContent : part(row, 'dates');

    const others = same.filter((r) => r.dataset.scope !== scope && r.dataset.window === dates);
    show('scopes', others.length > 0);
    fill('scopes').replaceChildren(...others.map((r) => line(r.dataset.scope, r)));
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
    history.replaceState(null, '', '#' + row.id);
    panel.focus({ preventScroll: !narrow.matches });
    panel.scrollTop = 0;
  };

  const close = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    desk.classList.remove('open');
    mark('');
    history.replaceState(null, '', location.pathname + location.search);
    if (opener) opener.focus();
  };

  const rowOf = (hash) => rows.find((row) => '#' + row.id === decodeURIComponent(hash));

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.evidence');
    const row = link && rowOf(link.hash);
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(row, link);
  });
  panel.querySelector('.close').addEventListener('click', close);
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(); });
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

  // A link to an evidence id opens its panel once the browser has gone to the row.
  addEventListener('load', () => {
    const asked = rowOf(location.hash);
    if (asked) requestAnimationFrame(() => open(asked, asked.querySelector('a.evidence')));
  });
})();
