/** The id that is read before a flow is compiled is the one that the compiled flow has, however it is written. */
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readId } from '../../src/cli/project/flow-ids.js';
import { compileFlow } from '../../src/compile.js';
import { runs } from '../runs.js';

const readSource = (path: string) =>
  path === 'base.yaml' ? { path, text: 'id: base\ntitle: Base\nparticipants: { A: Anna }\nsteps: []\n' } : null;

/** Whether the flow has no errors. */
function expectSameId(text: string): boolean {
  const source = { path: 'flow.yaml', text };
  const { flow } = compileFlow(source, { readSource });
  if (flow) expect(readId(source, { readSource }), text).toBe(flow.id);
  return flow !== null;
}

const ids = [
  'id: login',
  'id:\tlogin',
  'id: login # the name',
  'id: login#1',
  'id: "login"',
  "'id': login",
  '"id": "log\\x69n"',
  'id: &name login',
  'id: !!str login',
  'id: login\n  -in',
  'id: >-\n  login',
  'id: 7',
  'id: true',
  'id: null',
  'id:',
  'id : login',
  'id: login ',
  '? id\n: login',
  'extends: base.yaml',
  '# id: login',
  'x: &x { id: other }\n<<: *x',
];
const titles = [
  'title: Log in',
  'title: |\n  id: other',
  'title: "a\n  id: other"',
  'title: "a\nid: other"',
  'title: {\nid: other\n}',
  'title: >\nid: other',
  'title: &t id',
];
const ends = ['\n', '\r\n', '\n---\n', '\nid: again\n', '\nsteps: [\n{ note: A,\nid: other }]\n'];

it('in every spelling, order and place', () => {
  const lines = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...titles), fc.constantFrom(...ends), fc.boolean());
  let valid = 0;
  fc.assert(
    fc.property(
      lines,
      fc.constantFrom('', '---\n', '# id: comment\n', '%YAML 1.2\n---\n', '  '),
      ([id, title, end, isFirst], start) => {
        const body = ['participants: { A: Anna, B: Ben }', 'steps:\n  - A -> B: Hello', title].join('\n');
        const flow = isFirst ? `${id}\n${body}` : `${body}\n${id}`;
        if (expectSameId((start + flow + end).replaceAll('\n', end.startsWith('\r') ? '\r\n' : '\n'))) valid += 1;
      },
    ),
    { numRuns: runs(600) },
  );
  expect(valid).toBeGreaterThan(30);
});

it('in every flow that comes with authflow', () => {
  const names = readdirSync('flows').filter((name) => name.endsWith('.yaml'));
  for (const name of names) {
    const source = { path: `flows/${name}`, text: readFileSync(`flows/${name}`, 'utf8') };
    expect(readId(source, { readSource: () => null })).toBe(name.replace('.yaml', ''));
  }
});
