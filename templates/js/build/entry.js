import * as echarts from 'echarts/core';
import { LineChart, BarChart, ScatterChart } from 'echarts/charts';
import { GridComponent, TooltipComponent, MarkLineComponent, MarkAreaComponent, AriaComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([
  LineChart, BarChart, ScatterChart,
  GridComponent, TooltipComponent, MarkLineComponent, MarkAreaComponent, AriaComponent,
  SVGRenderer,
]);

export const init = echarts.init;
export const version = echarts.version;
