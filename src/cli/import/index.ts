export { countImports, describeImports } from './describe-imports.js';
export { replaceInPage } from './replace-in-page.js';
