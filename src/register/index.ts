export { printThreats, registerFormats } from './print-threats.js';
export type { RegisterFormat } from './print-threats.js';
export { threatRows } from './threat-rows.js';
export type { ThreatRow } from './threat-rows.js';
