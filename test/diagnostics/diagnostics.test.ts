/** Errors as data: each flow file in cases/ and the messages that stand beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportText } from '../../src/cli/terminal/report/text.js';
import { plain } from '../../src/cli/terminal/style.js';
import { compileFlow } from '../../src/compile.js';
import { SHIPPED } from '../../src/resolve/index.js';
import { rules } from '../../src/rules/rules.js';
import { explanations } from '../../src/syntax/yaml-explanations.js';
import { renderFlow } from '../../src/render.js';

const root = new URL('./cases/', import.meta.url);
const context = {
  version: '0',
  style: plain,
  columns: 120,
  paths: [],
  counts: { error: 0, warning: 0, info: 0 },
  skipped: null,
  fixed: null,
  repositoryPath: (path: string) => path,
};
const cases = readdirSync(root).filter((name) => !name.endsWith('.out'));

describe('every mistake has its exact message', () => {
  it.each(cases)('%s', async (name) => {
    const isFolder = !name.endsWith('.yaml');
    const folder = new URL(isFolder ? `${name}/` : './', root);
    const file = isFolder ? 'flow.yaml' : name;
    const read = (path: string) => {
      const url = new URL(path, folder);
      return existsSync(url) ? { path, text: readFileSync(url, 'utf8') } : null;
    };
    const source = read(file);
    if (!source) throw new Error(`no ${file}`);
    const { flow, diagnostics } = compileFlow(source, { readSource: read, listNames: (path) => namesIn(path, folder) });
    const found = [...diagnostics, ...(flow ? renderFlow(flow).diagnostics : [])];
    expect(found.length).toBeGreaterThan(0);
    const expected = new URL(`${name.replace('.yaml', '')}.out`, root);
    await expect(reportText(found, context)).toMatchFileSnapshot(expected.pathname);
  });
});

/** The files of a case's folder; of the shipped flows, two. */
function namesIn(path: string, folder: URL): readonly string[] {
  if (path === SHIPPED) return ['authorization-code', 'authorization-code-pkce'];
  const url = new URL(`${path}/`, folder);
  return folder.pathname === root.pathname || !existsSync(url) ? [] : readdirSync(url);
}

describe('a case shows', () => {
  const outputs = readdirSync(root)
    .filter((name) => name.endsWith('.out'))
    .map((name) => readFileSync(new URL(name, root), 'utf8'))
    .join('');

  it.each(rules.map(({ code }) => code))('the rule %s', (code) => {
    expect(outputs).toContain(`[${code}]\n`);
  });

  it.each(explanations.map(({ message }) => message))('of YAML: %s', (message) => {
    expect(outputs).toContain(`error: ${message} [yaml-syntax]\n`);
  });
});
