import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { renderFlow } from '../../src/render.js';
import type { Flow } from '../../src/model/flow.js';
import { readConstruct } from '../constructs/constructs.js';
import * as make from '../template/flows.js';
import type { Step } from '../../src/model/step.js';
import { describeInWords } from './in-words.js';

/** The lines below `Steps:`. */
const steps = (list: readonly Step[], more: Partial<Flow> = {}): readonly string[] =>
  describeInWords(make.flow(list, more)).split('Steps:\n')[1]!.trimEnd().split('\n');

describe('goldens', () => {
  const root = new URL('../../', import.meta.url);
  const sources = [
    'flows/client-credentials.yaml',
    ...['authorization-code-pkce', 'nested', 'redirect', 'arrows', 'create-and-destroy', 'critical', 'links'].map(
      (name) => `docs/constructs/${name}.yaml`,
    ),
  ];

  test.each(sources)('%s', async (path) => {
    const source = { path, text: readFileSync(new URL(path, root), 'utf8') };
    const { flow, diagnostics } = compileFlow(source, { readSource: readConstruct });
    expect(diagnostics).toEqual([]);
    const rendered = renderFlow(flow!, { formats: ['alt'] });
    expect(rendered.diagnostics).toEqual([]);
    for (const artifact of rendered.artifacts) {
      expect(artifact.path).toBe(`${flow!.id}.alt.txt`);
      const golden = new URL(`golden/${artifact.path}`, import.meta.url);
      await expect(artifact.content).toMatchFileSnapshot(fileURLToPath(golden));
    }
  });
});

describe('messages', () => {
  const back = { from: 'AS', to: 'C' };

  test.each([
    { of: 'a request', step: make.message('POST /token'), says: '1. Client (backend) asks AS: POST /token.' },
    { of: 'no text', step: make.message(''), says: '1. Client (backend) asks AS.' },
    { of: 'lines', step: make.message('POST\n  /token'), says: '1. Client (backend) asks AS: POST /token.' },
    { of: 'a question', step: make.message('Known?'), says: '1. Client (backend) asks AS: Known?' },
    {
      of: 'a reply',
      step: make.message('200', { ...back, isReply: true }),
      says: '1. AS replies to Client (backend): 200.',
    },
    { of: 'a self-message', step: make.message('Think', { to: 'C' }), says: '1. Client (backend), on its own: Think.' },
    {
      of: 'both ways',
      step: make.message('keys', { arrow: { line: 'solid', head: 'filled', both: true } }),
      says: '1. Client (backend) and AS exchange: keys.',
    },
    {
      of: 'a cross',
      step: make.message('POST', { arrow: { line: 'solid', head: 'cross', both: false } }),
      says: '1. Client (backend) asks AS in vain: POST.',
    },
    {
      of: 'a life',
      step: make.message('Start', { create: true, destroy: 'C' }),
      says: '1. Client (backend) asks AS: Start. AS begins here. Client (backend) ends here.',
    },
  ])('$of', ({ step, says }) => {
    const participants = [make.participant('C', 'Client\n(backend)'), make.participant('AS', '')];
    expect(steps([step], { participants })).toEqual([says]);
  });

  test('through the front channel say so where others take the back channel', () => {
    const front = make.message('front', { channel: 'front' });
    const says = (list: readonly Step[], more?: Partial<Flow>) => steps(list, more)[0];
    expect(says([front])).toBe('1. Client (backend) asks Authorization server: front.');
    expect(says([front, make.message('back')])).toContain('asks Authorization server through the front channel: front');
    expect(says([front, make.message('back')], { channels: 'none' })).not.toContain('channel');
  });

  test('of a redirect are one story', () => {
    const participants = ['AS', 'B', 'C'].map((id) => make.participant(id, id));
    const first = make.message('303', { from: 'AS', to: 'B', redirectLeg: 'response' });
    const second = make.message('GET /cb', { from: 'B', to: 'C', redirectLeg: 'request' });
    expect(steps([first, second, first, make.message('GET', { from: 'B', to: 'C' })], { participants })).toEqual([
      '1. AS redirects B to C: 303.',
      '2. B follows the redirect to C: GET /cb.',
      '3. AS redirects B: 303.',
      '4. B asks C: GET.',
    ]);
  });
});

describe('numbers', () => {
  const three = [make.message('a'), make.message('b'), make.message('c')];
  const numbersOf = (list: readonly Step[], more: Partial<Flow>) => steps(list, more).map((line) => parseInt(line, 10));

  test('are those of the diagram', () => {
    expect(numbersOf(three, { numbering: make.numbered({ label: true }, 10, 5) })).toEqual([10, 15, 20]);
  });

  test('are there even where the diagram has none', () => {
    expect(numbersOf(three, { numbering: make.numbered({}) })).toEqual([1, 2, 3]);
    const [a, b, c] = three as [Step, Step, Step];
    const changes = [a, make.numbering(make.numbered({})), b, make.numbering(make.numbered({ badge: true }, 7)), c];
    expect(numbersOf(changes, {})).toEqual([1, 2, 7]);
  });
});
