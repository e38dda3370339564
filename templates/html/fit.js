// What a live chart shows where there is room for it: the words of an axis that
// counts, and the names of single points. It depends on the width of the box, so
// it is worked out anew whenever that changes.
const fitting = (() => {
  'use strict';

  const letter = 7; // the mean width of a letter in pixels
  const line = 15; // the height of a line of words
  const widest = (text) => letter * Math.max(...text.split('\n').map((part) => part.length));

  // The numbers of the ticks whose words touch no others, and no numbers under them.
  const ticksThatFit = (data, full, room) => {
    const kept = [];
    let end = -Infinity;
    const axis = full.xAxis[0];
    data.ticks.forEach((tick, k) => {
      const words = [tick.text, ...data.under.map((s) => full.series[s].data[k].label.formatter)];
      const half = Math.max(...words.map(widest)) / 2 + 3;
      const at = ((tick.at - axis.min) / (axis.max - axis.min)) * room;
      if (at - half < end) return;
      kept.push(k);
      end = at + half;
    });
    return kept;
  };

  // Places for the names of points, each at the first side that is free; the strong
  // names choose first. What finds no room is said by the tooltip and the table.
  const sides = [
    { position: 'right', x: (w) => 8, y: () => -line / 2 },
    { position: 'left', x: (w) => -w - 8, y: () => -line / 2 },
    { position: 'top', x: (w) => -w / 2, y: () => -line - 6 },
    { position: 'bottom', x: (w) => -w / 2, y: () => 6 },
  ];
  const namesThatFit = (names, places, plot, across) => {
    const taken = places.map(([x, y]) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }));
    taken.push({ left: plot.left, right: plot.right, top: across - 1, bottom: across + 1 });
    const clear = (a, own) => taken.every((b, k) => k === own ||
      a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top);
    const found = names.map(() => null);
    for (const strong of [true, false]) {
      names.forEach((name, k) => {
        if (name.strong !== strong) return;
        const width = widest(name.text);
        const [x, y] = places[k];
        for (const side of sides) {
          const box = { left: x + side.x(width), top: y + side.y() };
          box.right = box.left + width;
          box.bottom = box.top + line;
          const inside = box.left >= plot.left && box.right <= plot.right && box.top >= plot.top && box.bottom <= plot.bottom;
          if (!inside || !clear(box, k)) continue;
          taken.push(box);
          found[k] = side.position;
          return;
        }
      });
    }
    return found;
  };

  // The names of months: each quarter where they fit, else those with a year.
  const monthsThatFit = (data, room) => {
    const named = data.labels.filter((label) => label !== '').length;
    if (named === data.labels.length || room / named >= 34) return data.labels;
    return data.labels.map((label) => (label.includes('\n') ? label : ''));
  };

  // Changes the option to what fits; full is the option as it came with the page.
  return (option, full, data, chart) => {
    const grid = full.grid[0];
    const room = chart.getWidth() - grid.left - grid.right;
    if (data.ticks.length > 0) {
      const kept = ticksThatFit(data, full, room);
      option.xAxis[0].axisLabel.customValues = kept.map((k) => data.ticks[k].at);
      for (const s of data.under) option.series[s].data = kept.map((k) => full.series[s].data[k]);
    }
    if (data.labels) {
      const labels = monthsThatFit(data, room);
      option.xAxis[0].axisLabel.formatter = (_, slot) => labels[slot] || '';
    }
    if (data.names.length === 0) return;
    const last = full.series.length - 1;
    const points = full.series[last].data;
    const y = full.yAxis[0];
    const x = full.xAxis[0];
    const high = chart.getHeight() - grid.top - grid.bottom;
    const places = points.map(({ value }) => [
      ((value[0] - x.min) / (x.max - x.min)) * room,
      (1 - (value[1] - y.min) / (y.max - y.min)) * high,
    ]);
    const across = (1 - (data.across - y.min) / (y.max - y.min)) * high;
    const found = namesThatFit(data.names, places, { left: 0, right: room, top: 0, bottom: high }, across);
    option.series[last].data = points.map((point, k) => ({
      ...point,
      label: found[k]
        ? {
            show: true, position: found[k], distance: 7, formatter: data.names[k].text, fontSize: 12,
            color: data.names[k].ink, fontWeight: data.names[k].strong ? 600 : 400,
          }
        : { show: false },
    }));
  };
})();
