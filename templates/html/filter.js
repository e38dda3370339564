// The filters of the evidence index and the buttons that copy a claim. Both are
// hidden in the page and shown here, because without scripts they would do nothing.
(() => {
  'use strict';

  const filter = (form) => {
    const table = form.parentElement.querySelector('.index');
    const rows = [...table.querySelectorAll('tbody tr')];
    const selects = [...form.querySelectorAll('select')];
    const shown = form.querySelector('.shown');
    for (const select of selects) {
      const kind = select.dataset.filter;
      const words = new Map(rows.map((row) => [row.dataset[kind],
        kind === 'metric' ? row.querySelector('[data-part="title"]').textContent : row.dataset[kind]]));
      for (const [value, text] of words) select.add(new Option(text, value));
    }
    const apply = () => {
      let count = 0;
      for (const row of rows) {
        const there = selects.every((s) => s.value === '' || row.dataset[s.dataset.filter] === s.value);
        row.hidden = !there;
        if (there) count += 1;
      }
      const chosen = selects.filter((s) => s.value !== '').map((s) => s.selectedOptions[0].textContent);
      shown.textContent = `Showing ${count} of ${rows.length} figures` + (chosen.length ? ': ' + chosen.join(', ') : '');
    };
    form.addEventListener('change', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.hidden = false;
    apply();
  };

  // Where the clipboard is closed to a file from a disk, the text is selected instead.
  const copy = async (button) => {
    const text = button.closest('.claim').querySelector('.text');
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(text);
      button.textContent = 'Selected: press Ctrl+C';
    }
  };

  document.querySelectorAll('form.filter').forEach(filter);
  for (const button of document.querySelectorAll('button.copy')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
})();
