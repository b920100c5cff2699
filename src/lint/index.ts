export { explainRule, explainRules } from './explain.js';
export { lintFlow } from './lint-flow.js';
export type { Linted } from './lint-flow.js';
export type { RuleText } from './rule.js';
export { rules } from './rules/index.js';
export type { Finding } from './rule.js';
