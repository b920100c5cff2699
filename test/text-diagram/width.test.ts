import { describe, expect, test } from 'vitest';
import { flowOf } from '../compile.js';
import { renderFlow } from '../../src/render.js';

const parties = (count: number): string[] => Array.from({ length: count }, (_, index) => `P${index + 1}`);
const flowWith = (count: number, ascii = '') =>
  flowOf(`id: flow
title: Flow
${ascii}
participants: { ${parties(count)
    .map((id) => `${id}: Authorization server of ${id}`)
    .join(', ')} }
steps:
${parties(count - 1)
  .map((id, index) => `  - ${id} -> P${index + 2}: POST /token with client_id and code`)
  .join('\n')}
`);

function draw(flow: ReturnType<typeof flowWith>, width?: number) {
  const { artifacts, diagnostics } = renderFlow(flow, { formats: ['text'], ...(width !== undefined && { width }) });
  const columns = Math.max(...(artifacts[0]?.content ?? '').split('\n').map((row) => row.length));
  return { columns, found: diagnostics.map(({ severity, message }) => `${severity}: ${message}`) };
}

describe('a text diagram', () => {
  test('keeps to 100 columns where nobody asks for another width', () => {
    const { columns, found } = draw(flowWith(4));
    expect(columns).toBeLessThanOrEqual(100);
    expect(found).toEqual([]);
    expect(draw(flowWith(4), 300).columns).toBeGreaterThan(100);
  });

  test('is wider than that where it has to be, and says by how much', () => {
    const { columns, found } = draw(flowWith(20));
    expect(columns).toBeGreaterThan(100);
    expect(found).toEqual([`info: the text diagram does not fit into 100 columns: its minimum width is ${columns}`]);
  });

  test('keeps to 100 columns where that takes names and texts below the diagram', () => {
    const { columns, found } = draw(flowWith(10));
    expect(columns).toBeLessThanOrEqual(100);
    expect(found).toEqual([]);
  });

  test('fits six participants into 80 columns', () => {
    const { columns, found } = draw(flowWith(6), 80);
    expect(columns).toBeLessThanOrEqual(80);
    expect(found).toEqual([]);
  });

  test.each([
    ['the command', flowWith(12), 60],
    ['the flow', flowWith(12, 'ascii: { width: 60 }'), undefined],
  ] as const)('that does not fit what %s asks for says what would do', (_, flow, width) => {
    const { columns, found } = draw(flow, width);
    expect(found).toEqual([`error: the text diagram does not fit into 60 columns: its minimum width is ${columns}`]);
    expect(draw(flow, columns).found).toEqual([]);
    expect(draw(flow, columns - 1).found).toHaveLength(1);
  });
});
