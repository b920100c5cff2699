/** What an author's editor makes of the JSON Schema: Red Hat's YAML language server, driven over its protocol. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LanguageServer } from './language-server.js';
import type { Position } from './language-server.js';

let server: LanguageServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'authflow-schema-'));
  copyFileSync(new URL('../../schema/flow.schema.json', import.meta.url), join(folder, 'flow.schema.json'));
  server = await LanguageServer.start();
});
afterAll(() => {
  server.stop();
  rmSync(folder, { recursive: true });
});

/** The flow file with the line that names its schema; `|` is where the author's cursor stands. */
async function openFlow(text: string) {
  const whole = `# yaml-language-server: $schema=flow.schema.json\n${text}`;
  const lines = whole.slice(0, whole.indexOf('|')).split('\n');
  const cursor: Position = { line: lines.length - 1, character: lines.at(-1)!.length };
  const uri = pathToFileURL(join(folder, `${crypto.randomUUID()}.yaml`)).href;
  return { uri, cursor, problems: await server.open(uri, whole.replace('|', '')) };
}

async function completionsAt(text: string): Promise<readonly string[]> {
  const { uri, cursor } = await openFlow(text);
  return (await server.complete(uri, cursor)).map(({ label }) => label);
}

const step = 'id: x\nsteps:\n  - C -> AS: POST /token\n';

describe('completes', () => {
  const forms = ['C -> AS: message', 'AS --> C: reply', 'AS --> B -> C: redirect', 'from'];
  const kinds = ['alt', 'opt', 'loop', 'par', 'critical', 'break', 'rect', 'note', 'activate', 'include'];

  it.each([
    ['the keys of a flow', 'id: x\n|', ['title', 'participants', 'steps', 'page'], ['id', 'from']],
    ['what a step may be', 'id: x\nsteps:\n  - |', [...forms, ...kinds], ['to', 'request', 'over']],
    ['a step inside of a branch', 'id: x\nsteps:\n  - alt:\n      ok:\n        - |', [...forms, ...kinds], ['over']],
    [
      'the keys of a message in its short form',
      `${step}    |`,
      ['request', 'note', 'id', 'replyTo'],
      ['from', 'to', 'alt'],
    ],
    ['the keys of a request', `${step}    request:\n      |`, ['method', 'form', 'json', 'headers'], ['status']],
    ['the keys of a loop', 'id: x\nsteps:\n  - loop: x\n    |', ['steps', 'interval'], ['alt', 'over', 'request']],
    ['the keys of a participant', 'id: x\nparticipants:\n  C:\n    |', ['label', 'kind', 'url'], ['steps']],
    ['kinds', 'id: x\nparticipants:\n  C:\n    kind: |', ['user', 'browser', 'idp', 'other'], ['null', 'true']],
    ['values of a choice with a long form', 'id: x\nnumbering: |', ['badge', 'label', 'both', 'none'], ['null']],
    ['true and false', 'id: x\nheading: |', ['true', 'false'], ['null']],
    ['a text by its example alone', 'id: x\ntitle: |', ['Client Credentials Flow'], ['true', 'false', 'null']],
  ])('%s', async (_, text, offered, notOffered) => {
    const labels = await completionsAt(text);
    expect(labels).toEqual(expect.arrayContaining(offered));
    expect(labels.filter((label) => notOffered.includes(label))).toEqual([]);
  });
});

describe('explains', () => {
  it.each([
    ['a key', 'id: x\nsum|mary: Words', 'One sentence: the page’s opening'],
    ['a key of a step', `${step}    rep|lyTo: token`, 'The id of the step that this message answers.'],
    ['a key inside of a request', `${step}    request: { fo|rm: { a: b } }`, 'Form body'],
    ['a participant’s kind, with all values', 'id: x\nparticipants:\n  C: { ki|nd: idp }', 'relying-party'],
    ['an arrow', 'id: x\nsteps:\n  - C -|> AS: POST /token', '"B --> A: text" is a reply'],
    ['an example', `${step}    req|uest: { form: { a: b } }`, 'grant_type: client_credentials'],
  ])('%s', async (_, text, words) => {
    const { uri, cursor } = await openFlow(text);
    expect(await server.hover(uri, cursor)).toContain(words);
  });
});

describe('reports each typo once, where it stands', () => {
  it.each([
    ['a key of the flow', 'id: x\n|titel: y', 'Property titel is not allowed.'],
    ['a key of a message', `${step}    |requst: { form: { a: b } }`, 'Property requst is not allowed.'],
    ['a key of a request', `${step}    request: { |from: { a: b } }`, 'Property from is not allowed.'],
    ['a needed key', 'id: x\nsteps:\n  - loop: x\n    |stps: []', 'Property stps is not allowed.'],
    ['a key of a note', `${step}    note: { |txt: Words }`, 'Property txt is not allowed.'],
    [
      'a key in a branch',
      'id: x\nsteps:\n  - alt:\n      ok:\n        - C -> AS: x\n          |nte: y',
      'Property nte is not allowed.',
    ],
    ['an arrow', 'id: x\nsteps:\n  - |C ->> AS: x', 'Property C ->> AS is not allowed.'],
    [
      'a kind of step',
      'id: x\nsteps:\n  - |lop: x\n    steps: []',
      'This is not a known kind of step. A message is "A -> B: text"',
    ],
    ['a choice', 'id: x\nparticipants: { C: { kind: |idpp } }', 'Value is not accepted.'],
    ['an id', 'id: |Client Credentials', 'Must be words of a-z and 0-9 joined by "-"'],
    ['a list for a text', 'id: x\ntitle: |[a]', 'Incorrect type. Expected "string".'],
  ])('%s', async (_, text, message) => {
    const { cursor, problems } = await openFlow(text);
    expect(problems.map(({ message: said }) => said)).toEqual([expect.stringContaining(message)]);
    expect(problems[0]?.range.start).toEqual(cursor);
  });

  it('and nothing in a flow without mistakes, whatever is left empty', async () => {
    const { problems } = await openFlow(
      `${step}    note:\n    request:\ntitle:\nheading:\nstatus:\nparticipants:\n  C:\npage:\n|`,
    );
    expect(problems).toEqual([]);
  });
});
