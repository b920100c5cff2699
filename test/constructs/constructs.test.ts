/**
 * Every construct as an author writes it, as Mermaid and as text; `npm run docs` writes what comes out. Mermaid reads it in
 * constructs.property.test.ts.
 */
import { describe, expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { construct, constructs, goldenPath, readConstruct, readShipped, sourceOf } from './constructs.js';
import { printResolved } from '../../src/resolved.js';
import { renderFlow } from '../../src/render.js';

describe.each(constructs)('%s', (name) => {
  test('is named by its id', () => expect(construct(name).flow.id).toBe(name));

  test('renders without a fault', () => {
    const { diagnostics } = construct(name).rendered;
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('is the same with what it extends and includes worked in', () => {
    const { text } = printResolved(sourceOf(name), { readSource: readConstruct });
    const { flow, diagnostics } = compileFlow({ path: 'resolved.yaml', text: text ?? '' }, { readSource: readShipped });
    expect(diagnostics).toEqual([]);
    expect(flow && renderFlow(flow).artifacts).toEqual(construct(name).rendered.artifacts);
  });

  test('looks as it did', async () => {
    for (const { path, content } of construct(name).rendered.artifacts) {
      await expect(content).toMatchFileSnapshot(goldenPath(path));
    }
  });
});
