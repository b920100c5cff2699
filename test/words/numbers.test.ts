/** Numbers within phases, and of redirects, in each medium. */
import { describe, expect, test } from 'vitest';
import { renderFlow } from '../../src/render.js';
import { takeOwnNumber } from '../../src/words/counter.js';
import { flowOf, withSteps } from '../compile.js';

const parties = 'id: flow\ntitle: Flow\nparticipants: { B: { kind: browser }, S: , C: }\n';

/** The first word of each line with an arrow's text. */
function numbers(text: string, format: 'mermaid' | 'text' | 'alt', style?: 'rfc'): readonly string[] {
  const { artifacts } = renderFlow(flowOf(text), { formats: [format], ...(style ? { style } : {}) });
  const content = artifacts[0]?.content ?? '';
  return [...content.matchAll(/(?:^|[ :-])(\(?[\dA-Z]+(?:\.\d+)?[.)])-? (?:↪ |=> |• )?(?=x|C|S|B)/gm)].map(
    ([, number]) => number ?? '',
  );
}

const phases = `${parties}numbering: { by: phase }
steps:
  - B -> S: x0
  - B -> S: x1
    phase: one
  - alt:
      a:
        - B -> S: x2
        - B -> S: x3
          phase: nested
        - B -> S: x4
      b:
        - B -> S: x5
  - opt: maybe
    steps:
      - B -> S: x6
        phase: two
  - B -> S: x7
`;

describe('by phase', () => {
  const expected = ['1.1.', '1.2.', '1.3.', '2.1.', '2.2.', '1.4.', '3.1.', '3.2.'];

  test('a nested phase ends with its branch; one at the start of a fragment contains it', () => {
    expect(numbers(phases, 'text')).toEqual(expected);
    expect(numbers(phases, 'mermaid')).toEqual(expected);
    expect(numbers(phases, 'alt')).toEqual(expected);
  });

  test('the style rfc has no letters', () => {
    expect(numbers(phases, 'text', 'rfc')).toEqual(expected.map((number) => `(${number.slice(0, -1)})`));
  });

  test('badges become labels, with one notice', () => {
    const { artifacts, diagnostics } = renderFlow(flowOf(phases.replace('by: phase', 'by: phase, show: badge')));
    expect(diagnostics.map(({ code }) => code)).toEqual(['mermaid-numbering']);
    expect(artifacts[0]?.content).not.toContain('autonumber');
    expect(artifacts[0]?.content).toContain(': 1.1. x0');
  });

  test('a phase of notes alone takes no number', () => {
    const notes = `${parties}numbering: { by: phase }\nsteps:\n  - { note: n, over: B, phase: one }\n  - { B -> S: x, phase: two }`;
    expect(numbers(notes, 'text')).toEqual(['1.1.']);
  });
});

describe('a redirect', () => {
  const redirect = (numbering: string) => `${parties}numbering: ${numbering}
steps:
  - S --> B -> C: x
    redirect: { to: https://c.example, text: x2 }
  - B -> C: x3
`;

  test('has two numbers, or one', () => {
    expect(numbers(redirect('both'), 'text')).toEqual(['1.', '2.', '3.']);
    expect(numbers(redirect('{ redirects: one }'), 'text')).toEqual(['1.', '1.', '2.']);
    expect(numbers(redirect('{ redirects: one }'), 'alt')).toEqual(['1.', '1.', '2.']);
  });

  test('has one in the style rfc', () => {
    expect(numbers(redirect('both'), 'text', 'rfc')).toEqual(['(A)', '(A)', '(B)']);
    expect(numbers(redirect('{ redirects: two }'), 'text', 'rfc')).toEqual(['(A)', '(B)', '(C)']);
  });

  test('restarts badges at the same number', () => {
    const [mermaid] = renderFlow(flowOf(redirect('{ redirects: one, start: 5, step: 2 }'))).artifacts;
    expect(mermaid?.content).toMatch(
      /autonumber 5 2\n[^]*: ↪ x\n\n {4}autonumber 5 2\n\n {4}B->>C: ↪ x2\n\n {4}B->>C: x3\n$/,
    );
  });

  test('without a browser has no second text', () => {
    expect(() => flowOf(withSteps('  - AS --> C: x\n    redirect: { to: /a, text: y }'))).toThrow(/redirect-target/);
  });
});

test.each([
  ['1', '1. first', { number: '1', text: 'first' }],
  ['2', '2a. fine', { number: '', text: '2a. fine' }],
  ['3', '(2b) wrong', { number: '', text: '(2b) wrong' }],
  ['4', '2a fine', { number: '4', text: '2a fine' }],
  ['1.1', '1.1. first', { number: '1.1', text: 'first' }],
  ['1.1', '121. first', { number: '1.1', text: '121. first' }],
])('as message %s, %j', (number, text, taken) => {
  expect(takeOwnNumber(number, text)).toEqual(taken);
});
