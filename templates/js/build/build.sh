#!/bin/sh
# Builds ../echarts.min.js from entry.js. Run in this folder; README.md says how.
set -eu
banner="/*! Apache ECharts 6.1.0, cut down to the parts that evidence charts use.
Copyright 2017-2026 The Apache Software Foundation.
Licensed to the Apache Software Foundation (ASF) under one or more contributor
license agreements. Licensed under the Apache License, Version 2.0 (the \"License\");
you may not use this file except in compliance with the License. You may obtain a
copy of the License at http://www.apache.org/licenses/LICENSE-2.0
Unless required by applicable law or agreed to in writing, software distributed
under the License is distributed on an \"AS IS\" BASIS, WITHOUT WARRANTIES OR
CONDITIONS OF ANY KIND, either express or implied. See the License for the specific
language governing permissions and limitations under the License.

It holds ZRender and parts of d3.js under these licences:

ZRender. $(cat ../LICENSE-zrender)

d3.js. $(cat ../LICENSE-d3)
*/"
node_modules/.bin/esbuild entry.js \
  --bundle --minify --format=iife --global-name=echarts --target=es2018 --charset=utf8 \
  --legal-comments=eof --banner:js="$banner" --outfile=../echarts.min.js
