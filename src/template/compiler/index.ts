export { layTemplates } from './lay-templates.js';
