// Writes src/lint/rules/rules.ts, the list of the security rules, from the files of that folder.
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../src/lint/rules/', import.meta.url);

/** The expected list. */
export function lintRuleList() {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && file !== 'rules.ts' && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  const variable = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return [
    "/** Every security rule; `npm run lint:rules` writes this list from the folder's files. */",
    "import type { LintRule } from '../rule.js';",
    ...names.map((name) => `import { rule as ${variable(name)} } from './${name}.js';`),
    '',
    '/** By id. */',
    'export const rules: readonly LintRule[] = [',
    ...names.map((name) => `  ${variable(name)},`),
    '].sort((one, other) => (one.id < other.id ? -1 : 1));',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('rules.ts', folder), lintRuleList());
}
