// Draws the live charts. Each stands in a box beside its still picture; the data
// is the JSON in the script element named after the box. A chart that fails to
// draw leaves its still picture in place.
(() => {
  'use strict';

  // What JSON cannot hold: functions, made from the data beside the options.
  const withFunctions = (data) => {
    const option = data.option;
    const month = option.xAxis[0];
    month.axisLabel.interval = 0;
    month.axisLabel.formatter = (_, slot) => data.labels[slot] || '';
    month.axisTick.interval = 0;
    option.yAxis[0].axisLabel.formatter = (value) =>
      value.toLocaleString('en-GB') + (value === data.top ? data.unit : '');
    option.tooltip.formatter = (series) => {
      const slot = (Array.isArray(series) ? series[0] : series).dataIndex;
      // A joiner after each brace keeps the text from being read as markup.
      return (data.tips[slot] || '').replaceAll('{', '{\u2060');
    };
    return option;
  };

  const draw = (box) => {
    const data = JSON.parse(document.getElementById(box.id + '-data').textContent);
    const drawing = box.parentElement;
    const readout = drawing.querySelector('.readout');
    const option = withFunctions(data);
    box.hidden = false;
    box.style.height = data.height + 'px';
    drawing.classList.add('drawn');
    const chart = echarts.init(box, null, { renderer: 'svg' });
    chart.setOption(option);

    let slot = -1;
    const show = (next) => {
      slot = Math.min(Math.max(next, 0), data.tips.length - 1);
      chart.dispatchAction({ type: 'showTip', seriesIndex: option.series.length - 1, dataIndex: slot });
      readout.textContent = (data.tips[slot] || '').replaceAll('\n', '. ');
    };
    box.tabIndex = 0;
    box.addEventListener('keydown', (event) => {
      const last = data.tips.length - 1;
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
    new ResizeObserver(() => chart.resize()).observe(box);
  };

  for (const box of document.querySelectorAll('.live')) {
    try {
      draw(box);
    } catch (error) {
      box.hidden = true;
      box.parentElement.classList.remove('drawn');
      console.error(error);
    }
  }
})();
