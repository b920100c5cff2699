export { layTemplates } from './lay-templates.js';
export { openTemplates } from './precompiled.js';
export { TemplateFailure } from './templates.js';
export type { Templates } from './templates.js';
