/** What fixtures can't hold, or would say by the way. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nameFlow } from '../../src/import/name-flow.js';
import { escapeVariables } from '../../src/import/scalars.js';
import { compileFlow } from '../../src/compile.js';
import { positionAt } from '../../src/source/source.js';
import { importText, printMermaid, tell } from './round-trip.js';

const fixtures = new URL('fixtures/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, fixtures), 'utf8');

describe('an import', () => {
  it.each(['guide.md', 'broken.md', 'comments.mmd'])('reads %s with the line breaks of Windows', async (name) => {
    const plain = await importText(name, read(name));
    const windows = await importText(name, read(name).replaceAll('\n', '\r\n'));
    expect(windows.flows.map(({ text }) => text)).toEqual(plain.flows.map(({ text }) => text));
    expect(windows.diagnostics.map(tell)).toEqual(plain.diagnostics.map(tell));
  });

  const constructs = new URL('../../docs/constructs/', import.meta.url);
  it.each(readdirSync(constructs).filter((name) => name.endsWith('.mmd')))('reads our own %s', async (name) => {
    const { flows } = await importText(name, readFileSync(new URL(name, constructs), 'utf8'));
    expect(flows.map(({ report }) => report.map(tell))).toEqual([[]]);
  });

  it.each([
    ['A->>B: Set-Cookie: sid=1; Secure', '";" ends a statement'],
    ['A->>(B proxy): x', 'after an arrow, a name'],
    ['end->>A: x', '"end" closes a block'],
    ['A->>B: x\nend', '"end" closes a block'],
    ['A->>B', 'a message needs ":"'],
    ['Note over A, B, C: x', 'a note is over one or two participants'],
    ['loop x\nA->>B: x', 'every block, such as alt, loop or box, needs an "end"'],
    ['B -- >> A: #40;x#41;', undefined],
  ])('says what is the matter with %j', async (code, hint) => {
    const { diagnostics } = await importText('a.mmd', `sequenceDiagram\n${code}\n`);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.hint?.slice(0, hint?.length)).toBe(hint);
  });

  it('names a colour for the mark of one that Mermaid takes for a comment', async () => {
    const text = 'sequenceDiagram\nbox #eee Ours\nparticipant A\nend\nA->>A: a#b\n';
    const { flows } = await importText('a.mmd', text);
    const [{ notices }] = flows as [(typeof flows)[number]];
    expect(notices.map(({ hint }) => hint)).toEqual([
      'write a colour by name, or as rgb(…)',
      'write #35; for a "#" that is text',
    ]);
    expect(notices.map(({ span }) => span && text.slice(span.start, span.end))).toEqual(['#eee Ours', '#b']);
  });

  it('knows where a block begins and ends', async () => {
    const text = 'a\n\n> ```mermaid\n> sequenceDiagram\n> A->>B: x\n> ```\nb\n';
    const { flows } = await importText('a.md', text);
    const [{ span }] = flows as [(typeof flows)[number]];
    expect(text.slice(span.start, span.end)).toBe('> ```mermaid\n> sequenceDiagram\n> A->>B: x\n> ```');
    expect(positionAt(span.source, span.start)).toEqual({ line: 3, column: 1 });
  });

  const lossesOf = async (code: string): Promise<readonly string[]> => {
    const { flows } = await importText('a.mmd', code);
    return flows.flatMap(({ report }) => report.map((loss) => `${tell(loss)}; ${loss.hint ?? ''}`));
  };

  it.each([
    ['a default', '%%{init: {"sequence": {"mirrorActors": true}, "theme": "default"}}%%\nsequenceDiagram\nA->>B: x\n'],
    [
      'fonts',
      '%%{init: {"sequence": {"actorFontSize": 20, "noteFontFamily": "Arial"}}}%%\nsequenceDiagram\nA->>B: x\n',
    ],
    ['another kind', '%%{init: {"flowchart": {"curve": "basis"}}}%%\nsequenceDiagram\nA->>B: x\n'],
    ['a break at the end', 'sequenceDiagram\nA->>B: x<br/>\nNote over A: y<br> <br>\n'],
  ])('reports nothing that nobody sees: %s', async (_name, code) => expect(await lossesOf(code)).toEqual([]));

  it.each([
    ['sequenceDiagram\nloop health(end)check\nA->>B: x\nend\n', '2: a word of this label is broken'],
    [
      '%%{init: {"sequence": {"mirrorActors": false}}}%%\nsequenceDiagram\nA->>B: x\n',
      "1: Mermaid's setting sequence.mirror",
    ],
  ])('reports what is not the same: %s', async (code, loss) => {
    expect((await lossesOf(code)).map((found) => found.slice(0, loss.length))).toEqual([loss]);
  });

  it('keeps an address with characters that Mermaid would read', async () => {
    expect(await lossesOf('sequenceDiagram\nlink A: Here @ https://a.example/#35;b\nA->>B: x\n')).toEqual([]);
  });

  it('draws no stub of a bar where a branch ends what the branch before has ended', async () => {
    const branches = 'alt found\nB-->>-A: y\nelse missing\nB-->>A: z\nend\n';
    const { flows } = await importText('a.mmd', `sequenceDiagram\nA->>+B: x\n${branches}`);
    const { mermaid } = printMermaid({ path: 'a.yaml', text: flows[0]?.text ?? '' });
    expect(flows[0]?.report).toEqual([]);
    expect(mermaid).toContain('else missing\n        B-->>A: z\n');
  });

  it('ends a block where its quote ends', async () => {
    const { flows } = await importText('a.md', '> ```mermaid\n> sequenceDiagram\n> A->>B: x\n\nprose\n');
    expect(flows).toHaveLength(1);
  });
});

describe('nameFlow', () => {
  const named = { title: '', heading: '', isOneOfMany: false };
  it.each([
    ['docs/sign_in.md', {}, 'sign-in', 'Sign in'],
    ['docs/sign-in.md', { heading: 'Sequence' }, 'sign-in', 'Sequence'],
    ['docs/sign-in.md', { heading: 'With a passkey', isOneOfMany: true }, 'sign-in-with-a-passkey', 'With a passkey'],
    ['docs/sign-in.md', { heading: 'How to sign in', isOneOfMany: true }, 'how-to-sign-in', 'How to sign in'],
    ['docs/login/README.md', {}, 'login', 'Login'],
    ['README.md', { heading: 'Überblick: OAuth 2.0' }, 'uberblick-oauth-2-0', 'Überblick: OAuth 2.0'],
    ['index.md', { heading: '概要' }, 'flow', '概要'],
    ['con.mmd', {}, 'con-flow', 'Con'],
    ['a.mmd', { title: 'Drawn', heading: 'Above' }, 'a', 'Drawn'],
  ])('%s %o', (path, more, id, title) => {
    expect(nameFlow({ path, ...named, ...more }, new Set())).toEqual({ id, title });
  });

  it('gives each its own', () => {
    const taken = new Set(['a']);
    const next = () => nameFlow({ path: 'a.md', ...named }, taken);
    expect([next(), next()]).toEqual([
      { id: 'a-2', title: 'A (2)' },
      { id: 'a-3', title: 'A (3)' },
    ]);
  });
});

it.each(['${X}', '$${X}', '$$${X} ${', '${ x } $', '${é} ${_a1}'])('writes %s as no variable', (text) => {
  const title = JSON.stringify(escapeVariables(text));
  const { flow } = compileFlow({
    path: 'a',
    text: `id: a\ntitle: ${title}\nparticipants: { A: A }\nsteps: [{ "A -> A": x }]\n`,
  });
  expect(flow?.title.plain).toBe(text);
});
