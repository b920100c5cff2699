/** `${step:id}` in texts becomes the step's number, as the output shows it. */
import { describe, expect, test } from 'vitest';
import type { Flow } from '../../src/model/flow.js';
import { findExcerpt } from '../../src/model/excerpt.js';
import { renderFlow } from '../../src/render.js';
import type { RenderOptions, TextFormat } from '../../src/render.js';
import { printResolved } from '../../src/resolved.js';
import { flowOf, mistakesIn, withSteps } from '../compile.js';

const steps = `
  - C -> C: Hidden from text
    ascii: false
  - C -> AS: POST /token
    id: ask
    threats: [ { title: "Replay of \${step:ask}" } ]
  - alt:
      after \${step:ask}: [ { AS --> C: "200, as \${step:ask} asked", id: done } ]
      $\${step:ask}: []
  - note: "\${step:done} answers \${step:ask}; \${step:case}"
    over: C
  - opt: Perhaps
    id: case
    steps: [ { C -> C: Think } ]
page: { limitations: [ "Only \${step:done}" ] }
`;
const flow = (more = ''): Flow => flowOf(withSteps(steps) + more);
const print = (format: TextFormat, of = flow(), options: RenderOptions = {}): string =>
  renderFlow(of, { ...options, formats: [format] }).artifacts[0]?.content ?? '';

test('each output has its own numbers', () => {
  expect(print('mermaid')).toContain('Note over C: 3 answers 2#59; “Perhaps”');
  expect(print('mermaid')).toContain('alt after 2\n');
  expect(print('mermaid')).toContain('else ${step:ask}\n');
  expect(print('text')).toContain('2 answers 1; “Perhaps”');
  expect(print('alt')).toContain('Note on Client: 3 answers 2; “Perhaps”');
  expect(print('page')).toContain('- Only 3\n');
  expect(print('page')).toContain('2 answers 1; “Perhaps”');
  expect(print('steps')).toContain('200, as 2 asked');
});

test('the style rfc has letters', () => {
  expect(print('text', flow(), { style: 'rfc' })).toContain('(B) answers (A);');
});

test('an output without numbers says what the step says', () => {
  const none = flow('numbering: none\n');
  expect(print('mermaid', none)).toContain('alt after “POST /token”');
  expect(print('text', none)).toContain('after “POST /token”');
  expect(print('alt', none)).toContain('Note on Client: 3 answers 2;');
  expect(flow().page?.limitations[0]?.plain).toBe('Only “200, as ask asked”');
});

test('a part has the numbers of the whole', () => {
  const excerpt = findExcerpt(flow(), 'done') ?? expect.fail();
  expect(print('mermaid', flow(), { excerpt })).toContain('200, as 2 asked');
});

test('notes for a review have them too', () => {
  const annotations = { threats: true };
  expect(print('text', flow(), { annotations })).toContain('Replay of 1');
  expect(print('mermaid', flow(), { annotations })).toContain('Replay of 2');
});

describe('in the flow file', () => {
  test('they stay as written', () => {
    const { text } = printResolved({ path: 'flow.yaml', text: withSteps(steps) });
    const again = flowOf(text ?? '');
    expect(text).toContain('${step:done} answers ${step:ask}');
    for (const format of ['mermaid', 'text', 'page'] as const) expect(print(format, again)).toBe(print(format));
  });

  test('an unknown one is a mistake, with the nearest', () => {
    expect(mistakesIn(withSteps('  - { C -> AS: "x ${step:sk}", id: ask }'))).toEqual([
      'flow.yaml:5:19 known-steps: no step has the id "sk"',
    ]);
    expect(mistakesIn(withSteps('  - alt: { "when ${step:sk} ${X}": [ { C -> AS: x, id: ask } ] }'))).toHaveLength(2);
    expect(mistakesIn(withSteps('  - { C -> AS: "${step:} ${step:1} $${step:x}" }'))).toEqual([]);
  });

  test('a value of a variable may hold one', () => {
    const text = `${withSteps('  - { C -> AS: POST, id: ask }\n  - C -> C: "${WHERE}"')}\nvariables: { WHERE: { value: "see \${step:ask}" } }\n`;
    expect(print('text', flowOf(text))).toContain('see 1');
  });
});

test('a step that refers to itself ends', () => {
  const text = withSteps('  - { C -> AS: "See ${step:self}", id: self }\nnumbering: none');
  expect(print('mermaid', flowOf(text))).toContain('C->>AS_: See “See self”');
});
