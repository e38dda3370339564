// Package metrics turns records into values. It reads no file and draws nothing.
//
//  1. A Metric is words for people (Def) and a few functions for the machine
//     (Rule): how one record counts, how two states merge, how a state is finished.
//  2. All is the register: the only list of metrics.
//  3. A Table keeps one cell for each metric, service, person and segment of days.
//     A cell holds counts, sets and short histories, never averages, so that cells
//     merge in any order and any grouping to the same state.
//  4. Over merges the cells of a scope and a span and finishes once: the only
//     division. Nothing to divide by is NotComputable, no rows at all is NoData,
//     and neither is ever 0.
//  5. Figures lists every row that evidence.csv promises; Trace tells of each
//     record what it counted as; Compare sets two values side by side.
//
// A Table is not safe for use by several goroutines at once; several tables made
// with the same metrics and spans may be filled apart and merged.
package metrics

// Edition is the edition of the definitions. It goes up with every entry of
// CHANGES.md, because a changed definition changes published figures.
const Edition = "v1"
