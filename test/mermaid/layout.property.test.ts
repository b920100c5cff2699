/** Blanks and indentation come through Mermaid, which draws several blanks as one. */
import { describe, expect, test } from 'vitest';
import { renderFlow } from '../../src/render.js';
import { flowOf, withSteps } from '../compile.js';
import { fragment, message, note, participant, script } from './script.js';
import { delay, phase, reference } from '../builders/script-steps.js';
import { decode, parseWith, versions } from './parser.js';
import { printMermaid } from './print.js';

const hard = '\u00a0';
const layout = ['{', '  "a": {', '    "b": 1', '  }', '}'].join('\n');

describe('a text', () => {
  test.each([
    ['a  b    c', `a${hard} b${hard.repeat(3)} c`],
    ['  x', '#160;#160;x'],
    ['1.\n   a', `1.<br/>${hard.repeat(3)}a`],
    ['a b', 'a b'],
  ])('%j is printed as %j', (text, printed) => {
    const mermaid = printMermaid(script({ steps: [note(['A'], text), message('A', 'B', text)] }));
    expect(mermaid).toContain(`Note over A: ${printed}\n`);
    expect(mermaid).toContain(`A->>B: ${printed}\n`);
  });

  test('keeps them as the title of a phase, a delay, a reference and a group', () => {
    const text = 'a  b';
    const steps = [phase(text), delay(text), reference(['A', 'B'], text), fragment('group', [[text, [delay(text)]]])];
    const mermaid = printMermaid(script({ steps }));
    expect(mermaid.match(/a\u00a0 b/g)).toHaveLength(5);
    expect(mermaid).not.toContain(text);
  });

  test.each(versions)('is read by %s as it was', async (version) => {
    const label = 'a  b\n    c';
    const parts = { participants: [participant('A', { label }), participant('B')], steps: [note(['A'], layout)] };
    const { messages, actors } = await parseWith(version, printMermaid(script(parts)));
    const plain = (text: unknown): string => decode(String(text)).replaceAll(hard, ' ');
    expect(messages.map((one) => plain(one.message))).toContain(layout);
    expect(plain(actors[0]?.description)).toBe(label);
  });
});

test('the title of a phase spans all participants, whatever Mermaid calls them', () => {
  const participants = [participant('end'), participant('B'), participant('as'), participant('D')];
  const inside = fragment('group', [['', [message('as', 'end', 'a'), phase('Inner')]]]);
  const mermaid = printMermaid(script({ participants, steps: [phase('Outer'), inside] }));
  expect(mermaid).toContain('Note over end_,D: ── Outer ──');
  expect(mermaid).toContain('Note over end_,as_: ── Inner ──');
});

describe('notes are aligned on the left', () => {
  const aligned = (text: string): boolean => printMermaid(script({ steps: [note(['A'], text)] })).includes('noteAlign');

  test('where one is indented', () => {
    expect(['a=1\nb=2', '  a', layout].map(aligned)).toEqual([false, false, true]);
  });

  test('in the directive of the theme, too', () => {
    const drawn = withSteps(
      '  - AS --> C: 200\n    response: { json: { a: 1 } }\n    note: { draw: response }\ntheme: light',
    );
    expect(renderFlow(flowOf(drawn)).artifacts[0]?.content).toContain(
      "%%{init: {'theme': 'base', 'sequence': {'noteAlign': 'left'}, 'themeVariables': {\n",
    );
  });

  test('but not where the flow asks for plain notes', () => {
    const steps = [note(['A'], layout), message('A', 'B', 'a  b')];
    const mermaid = printMermaid(script({ steps }), { keepsLayout: false });
    expect(mermaid).not.toMatch(/noteAlign|\u00a0/);
    expect(mermaid).toContain('<br/>  "a"');
  });
});
