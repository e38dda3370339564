// Draws the live charts. Each stands in a box beside its still picture; the data
// is the JSON in the script element named after the box. A chart that fails to
// draw leaves its still picture in place.
const drawing = (() => {
  'use strict';

  // A joiner after each brace keeps a text from being read as markup.
  const plain = (text) => text.replaceAll('{', '{\u2060');

  // What JSON cannot hold: functions, made from the data beside the options.
  const withFunctions = (data) => {
    const option = data.option;
    const lower = option.xAxis[0];
    if (data.ticks.length > 0) {
      lower.axisTick.customValues = data.ticks.map((tick) => tick.at);
      lower.axisLabel.formatter = (value) => (data.ticks.find((tick) => tick.at === value) || { text: '' }).text;
    } else if (data.labels) {
      lower.axisLabel.interval = 0;
      lower.axisTick.interval = 0;
    }
    option.yAxis[0].axisLabel.formatter = (value) =>
      value.toLocaleString('en-GB') + (value === data.top ? data.unit : '');
    const first = option.series.length - data.tips.length;
    option.series.forEach((one, i) => Object.assign(one, { silent: i < first, clip: false, z: 2 + i }));
    option.tooltip.formatter = (found) => [].concat(found)
      .filter((point) => point.seriesIndex >= first)
      .map((point) => plain(data.tips[point.seriesIndex - first][point.dataIndex] || '')).join('\n');
    return option;
  };

  const draw = (box) => {
    const data = { ticks: [], under: [], names: [], ...JSON.parse(document.getElementById(box.id + '-data').textContent) };
    const drawing = box.parentElement;
    const readout = drawing.querySelector('.readout');
    const option = withFunctions(data);
    const full = { ...option, series: option.series.map((one) => ({ ...one })) };
    box.hidden = false;
    box.style.height = data.height + 'px';
    drawing.classList.add('drawn');
    const chart = echarts.init(box, null, { renderer: 'svg' });
    const fit = () => {
      fitting(option, full, data, chart);
      chart.setOption(option);
    };
    fit();

    // All points in the order of the keys, and what is said at each.
    const points = data.tips.flatMap((tips, group) => tips.map((text, at) =>
      ({ text, at, series: option.series.length - data.tips.length + group })));
    let slot = -1;
    const show = (next) => {
      slot = Math.min(Math.max(next, 0), points.length - 1);
      const point = points[slot];
      if (!point) return;
      chart.dispatchAction({ type: 'showTip', seriesIndex: point.series, dataIndex: point.at });
      readout.textContent = point.text.replaceAll('\n', '. ');
    };
    box.tabIndex = 0;
    box.addEventListener('keydown', (event) => {
      const last = points.length - 1;
      const next = { ArrowRight: slot + 1, ArrowLeft: slot < 0 ? last : slot - 1, Home: 0, End: last }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      show(next);
    });
    box.addEventListener('blur', () => {
      chart.dispatchAction({ type: 'hideTip' });
      readout.textContent = '';
      slot = -1;
    });
    new ResizeObserver(() => {
      chart.resize();
      fit();
    }).observe(box);
  };

  return () => {
    for (const box of document.querySelectorAll('.live')) {
      try {
        draw(box);
      } catch (error) {
        box.hidden = true;
        box.parentElement.classList.remove('drawn');
        console.error(error);
      }
    }
  };
})();
