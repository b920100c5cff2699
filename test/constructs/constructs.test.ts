/** Every construct as an author writes it, as Mermaid and as text; `npm run docs` writes what comes out. */
import { afterAll, describe, expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import type { Flow } from '../../src/model/flow.js';
import { openParser } from '../mermaid/parser.js';
import { constructs, goldenPath, readConstruct, sourceOf } from './constructs.js';
import { printResolved } from '../../src/resolved.js';
import { renderFlow } from '../../src/render.js';

function compile(name: string): Flow {
  const { flow, diagnostics } = compileFlow(sourceOf(name), { readSource: readConstruct });
  expect(diagnostics).toEqual([]);
  if (!flow) throw new Error(`${name} has no flow`);
  return flow;
}

describe.each(constructs)('%s', (name) => {
  test('is named by its id', () => expect(compile(name).id).toBe(name));

  test('renders without a fault', () => {
    const { diagnostics } = renderFlow(compile(name));
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('is the same with what it extends and includes worked in', () => {
    const { text } = printResolved(sourceOf(name), { readSource: readConstruct });
    const { flow, diagnostics } = compileFlow({ path: 'resolved.yaml', text: text ?? '' });
    expect(diagnostics).toEqual([]);
    expect(flow && renderFlow(flow).artifacts).toEqual(renderFlow(compile(name)).artifacts);
  });

  test('looks as it did', async () => {
    for (const { path, content } of renderFlow(compile(name)).artifacts) {
      await expect(content).toMatchFileSnapshot(goldenPath(path));
    }
  });
});

describe.each([
  ['mermaid-10', 10],
  ['mermaid', 11],
  ['mermaid-12', 12],
] as const)('%s', (version, major) => {
  const parser = openParser(version);
  afterAll(() => parser.close());

  test.each(constructs)('reads %s', async (name) => {
    const flow = compile(name);
    if (Number.parseInt(flow.mermaidTarget ?? '10') > major) return;
    const [mermaid] = renderFlow(flow, { formats: ['mermaid'] }).artifacts;
    const { actors } = await parser.parse(mermaid?.content ?? '');
    expect(actors).toHaveLength(flow.participants.length);
  });
});
