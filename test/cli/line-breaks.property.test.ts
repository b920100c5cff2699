/** Line breaks of every kind are one in all that commands write: native pictures, blocks of documents, code samples, messages. */
import { expect, it } from 'vitest';
import { tempWorld } from './temp-world.js';
import type { TempWorld } from './temp-world.js';

const breaks = {
  VT: '\v',
  FF: '\f',
  CR: '\r',
  NEL: '\u0085',
  'LINE SEPARATOR': '\u2028',
  'PARAGRAPH SEPARATOR': '\u2029',
};

const escaped = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const flow = (text: string, value: string): string => `id: a
title: ${text}
summary: ${text}
variables:
  host: { value: ${value}, description: ${text} }
participants:
  C: { label: ${text}, kind: confidential-client }
  S: { label: Server, kind: authorization-server, url: "https://as.example.com" }
steps:
  - { from: C, to: S, text: ${text}, phase: ${text}, note: ${text} }
  - C -> S: POST /token
    id: token
    note: { draw: request }
    request:
      headers: { X: ${value}, Cookie: ${value} }
      form: { grant_type: client_credentials, code: ${value} }
  - S --> C: 200 OK
    replyTo: token
    response: { json: { a: ${value}, ${value}: ${text} }, headers: { X: ${value} } }
  - C -> S: POST /json
    id: json
    request: { json: { a: ${value}, b: [${text}] }, headers: { X: ${value} } }
  - C -> S: "GET"
    id: query
    request: { method: GET, url: "https://a.example/x", query: { a: ${value}, ${value}: b } }
  - alt:
      ${text}: [{ C -> S: a }]
      b: [{ C -> S: "c \${host}" }]
page:
  whenToUse: [${text}]
  securityConsiderations: [b, ${text}]
  samples: [token, json, query]
  code: [token, json, query]
  sections:
    - { title: ${text}, text: ${text}, steps: [${text}] }
    - { title: T, table: { columns: [${text}, b], rows: [[${text}, c]] }, code: { text: ${text} } }
`;

const formats = ['mermaid', 'text', 'page', 'alt', 'steps', 'picture'];

const blocks = (begin: string, end: string): string =>
  formats
    .filter((format) => format !== 'picture' || !begin.startsWith('//'))
    .map((format) => `${begin.replace('MARK', `authflow:begin flows/a.yaml format=${format}`)}\n${end}\n\n`)
    .join('');

const inCell = (block: string): string => `[cols="1,1a"]\n|===\n| x\na|\n${block}|===\n`;

async function written(text: string, value: string): Promise<Readonly<Record<string, string>>> {
  const world = tempWorld();
  world.write('flows/a.yaml', flow(text, value));
  const html = blocks('<!-- MARK -->', '<!-- authflow:end -->');
  const quoted = html.replace(/^(?=.)/gm, '> ');
  world.write('a.md', `${html}${quoted}`);
  world.write('a.mdx', blocks('{/* MARK */}', '{/* authflow:end */}'));
  const comments = blocks('// MARK', '// authflow:end');
  world.write('a.adoc', `${comments}${inCell(comments.replaceAll('\n\n', '\n'))}`);
  const runs = [
    await world.run('render', '--format', 'mermaid,text,page,alt,steps,svg', '--renderer', 'native'),
    await world.run('embed', 'a.md', 'a.mdx', 'a.adoc'),
  ];
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  return Object.fromEntries(outputs.map((path) => [path, world.read(path)]));
}

const outputs = [
  ...['a.mmd', 'a.txt', 'a.md', 'a.alt.txt', 'a.steps.md', 'a.svg', 'a.dark.svg'].map((name) => `out/${name}`),
  ...['a.md', 'a.mdx', 'a.adoc'],
];

it.each(Object.entries(breaks))('%s is a line break in all that is written', async (_, lineBreak) => {
  const own = await written(
    escaped(`one${lineBreak}two${lineBreak}${lineBreak}three${lineBreak}`),
    escaped(`val${lineBreak}ue`),
  );
  expect(own).toEqual(await written(escaped('one\ntwo\n\nthree\n'), escaped('val\nue')));
});

const findings = (world: TempWorld, reporter: string) => world.run('lint', '--reporter', reporter);

it.each(['text', 'github', 'gitlab', 'junit'])(
  'a message of the reporter %s has no line break of the flow',
  async (reporter) => {
    const world = tempWorld();
    const value = JSON.stringify('a\u2028b\u2029c\u0085d');
    world.write('flows/a.yaml', flow(value, value).replace('id: token', `id: token\n    ${value}: 1`));
    const { stdout, stderr } = await findings(world, reporter);
    expect(stdout + stderr).toMatch(/known-keys|has no key/);
    expect(stdout + stderr).not.toMatch(/[\u0085\u2028\u2029]/);
  },
);
