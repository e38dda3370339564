// On a narrow screen each row of a table becomes a list, and each cell says what it is:
// the words of its column. They are put there when a screen is narrow.
(() => {
  'use strict';
  const narrow = matchMedia('(max-width:600px)');
  const name = () => {
    if (!narrow.matches) return;
    for (const table of document.querySelectorAll('table.stack')) {
      const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
      for (const body of table.tBodies) {
        for (const row of body.rows) {
          for (const cell of row.cells) cell.dataset.head = heads[cell.cellIndex] || '';
        }
      }
    }
  };
  name();
  narrow.addEventListener('change', name);
})();
