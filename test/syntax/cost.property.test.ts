/** Whatever stands in a file, and however often: it is read in a time that grows with its length, or refused at once. */
import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { errorsOf, flow, head, sourceOf } from './errors-of.js';

function timeOf(text: string): number {
  const start = performance.now();
  compileFlow(sourceOf(text));
  return performance.now() - start;
}

const plainFlow = `${head}steps:\n${'  - C -> S: a plain message with some words\n'.repeat(2000)}`;
/** Milliseconds a character of a plain flow takes; the best of some runs, as other work only adds to it. */
const plainCost = Math.min(...Array.from({ length: 4 }, () => timeOf(plainFlow))) / plainFlow.length;

/** How much longer a text takes than a plain flow of the same length. */
const costOf = (text: string): number => timeOf(text) / (plainCost * text.length);

it('aliases cost little where they are many', () => {
  const text = `${head}variables: { V: &v words }\nsteps:\n${'  - C -> S: *v\n'.repeat(5000)}`;
  expect(errorsOf(text)).toEqual([]);
  expect(costOf(text)).toBeLessThan(50);
});

describe('nesting', () => {
  it.each([
    ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['lists that are not closed', '['.repeat(100_000)],
    ['mappings', '{a: '.repeat(100_000) + '}'.repeat(100_000)],
    ['items', `\n  ${'- '.repeat(100_000)}x`],
    ['keys', `\n  ${'? '.repeat(100_000)}x`],
  ])('of 100,000 %s is refused, whatever the limit', (_, value) => {
    expect(errorsOf(flow(`x: ${value}`))).toEqual([expect.stringMatching(/^nesting-depth: /)]);
    expect(errorsOf(flow(`x: ${value}`), { depth: 1_000_000 })).toEqual([
      'nesting-depth: mappings and lists are nested more than 1000 levels deep; flatten the steps',
    ]);
  });
});

describe('size', () => {
  it('of 50 MB is refused unread', () => {
    expect(errorsOf('x'.repeat(50_000_000))).toEqual([
      'file-size: the file has 50,000,000 characters; a flow file may have 2,000,000; split the flow, or raise the limit with --limit size=N',
    ]);
  });

  it.each([
    ['one line', `${head}summary: ${'x'.repeat(100_000)}`],
    ['one key', `${head}${'x'.repeat(100_000)}: y`],
    ['one bracket', `${head}specs: [${'a, '.repeat(34_000)}]`],
    ['keys', head + Array.from({ length: 8_000 }, (_, index) => `key${index}: x\n`).join('')],
    ['blank lines', head + '\n'.repeat(100_000)],
    ['comments', head + '# words\n'.repeat(12_000)],
    ['closing brackets', head + ']\n'.repeat(50_000)],
    ['dashes', `${head}steps:\n${'  -\n'.repeat(24_000)}`],
    ['steps of no kind', `${head}steps:\n${'  - x: 1\n'.repeat(10_000)}`],
    ['messages of Mermaid', `${head}steps:\n${'  - C->>S: 1\n'.repeat(8000)}`],
    ['messages of Mermaid on one line', `${head}steps: [${'C->>S: 1, '.repeat(8000)}]`],
    ['lines of Mermaid', `${head}steps:\n${'  - Note over C\n  - alt\n  - end\n'.repeat(3000)}`],
    ['fragments that do not end', `${head}steps:\n${'  - alt x\n'.repeat(8000)}`],
    ['fragments in fragments', `${head}steps:\n${'  - alt x\n'.repeat(4000)}${'  - end\n'.repeat(4000)}`],
    ['branches', `${head}steps:\n${'  - else: x\n    steps: []\n'.repeat(4000)}`],
    ['arrows in a text', `${head}steps:\n  - "${'C -> '.repeat(20_000)}S"`],
    ['anchors', `${head}x: [${Array.from({ length: 8_000 }, (_, index) => `&a${index} x`).join(', ')}]`],
    ['one quoted text', `${head}summary: "${'\\n'.repeat(50_000)}"`],
    ['arrows', `${head}steps:\n  - ${'C -> '.repeat(20_000)}S: x`],
    ['words around an arrow', `${head}steps:\n  - ? ${'C '.repeat(50_000)}\n    : x`],
    ['dollars', `${head}summary: "${'$'.repeat(100_000)}{"`],
  ])('of %s costs what its length costs', (_, text) => {
    expect(costOf(text)).toBeLessThan(50);
  });
});

it('growth of mistakes costs what their number costs', () => {
  expect(costOf(`${head}steps:\n${'  - C -> X: one\n'.repeat(5000)}`)).toBeLessThan(50);
});
