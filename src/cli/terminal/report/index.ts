export { annotate, stepSummary } from './github.js';
export { countSeverities, reporterNames } from './reporter.js';
export type { Fixed, ReportContext, ReporterName, SkippedRule } from './reporter.js';
export { reporters } from './reporters.js';
