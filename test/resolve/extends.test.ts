/** `extends` and `patch`. */
import { describe, expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { printResolved } from '../../src/resolved.js';
import { flowOf, messagesIn, mistakesIn, withSteps } from '../compile.js';
import type { Message } from '../../src/model/step.js';

const files = {
  'base.yaml': `id: base
title: Base
summary: What it is.
variables: { SECRET: In the vault, OLD: Not used any more }
theme: { preset: light, variables: { actorBkg: "#ffffff" } }
page: { whenToUse: [Always], limitations: [None] }
participants:
  C: { label: Client, kind: confidential-client }
  AS: { label: Server, kind: authorization-server, url: "https://as.example.com" }
  LOG: Log
steps:
  - C -> AS: POST /token
    id: token
    request:
      headers: { Accept: application/json }
      form: { grant_type: client_credentials, client_secret: "\${SECRET}" }
    note: { draw: request }
  - alt:
      ok:
        - AS --> C: 200
          id: ok
          response: { json: { access_token: a, expires_in: 60, cnf: { jkt: b, x5t: c } } }
      bad:
        - AS --> C: 400
          id: bad
`,
  'parties.yaml': 'participants: { RS: API }\nvariables: { HOST: The host }',
};

/** A flow over base.yaml. */
const over = (rest: string): string => `id: over\nextends: base\n${rest}`;
const texts = (rest: string): readonly string[] => messagesIn(over(rest), files).map(({ text }) => text.plain);
const set = (step: string, change: string): string => `patch:\n  - at: ${step}\n    set: ${change}`;
const patched = (step: string, change: string): Message => {
  const found = messagesIn(over(set(step, change)), files).find(({ id }) => id === step);
  if (!found) throw new Error(`no ${step}`);
  return found;
};

describe('overrides', () => {
  const flow = flowOf(
    over(`
title: Over
theme: { variables: { noteBkgColor: "#eeeeee" } }
page: { limitations: [Many] }
participants: { C: { label: Service }, KMS: { kind: key-store } }
`),
    files,
  );

  test('take the place of the base’s, key by key', () => {
    expect([flow.id, flow.title.plain, flow.summary.plain]).toEqual(['over', 'Over', 'What it is.']);
    expect(flow.theme.preset).toBe('light');
    expect(flow.theme.variables.map(({ name }) => name)).toEqual(['actorBkg', 'noteBkgColor']);
    expect(flow.participants.map(({ id, kind, label }) => [id, kind, label.plain])).toEqual([
      ['C', 'confidential-client', 'Service'],
      ['AS', 'authorization-server', 'Server'],
      ['LOG', 'other', 'Log'],
      ['KMS', 'key-store', 'KMS'],
    ]);
  });

  test('take the place of a list as a whole', () => {
    expect(flow.page?.limitations.map(({ plain }) => plain)).toEqual(['Many']);
    expect(flow.page?.whenToUse.map(({ plain }) => plain)).toEqual(['Always']);
    expect(texts('steps: [ { C -> AS: GET /jwks } ]')).toEqual(['GET /jwks']);
  });

  test('put a participant beside the one that it names', () => {
    const order = (participants: string): readonly string[] =>
      flowOf(over(`participants: ${participants}`), files).participants.map(({ id }) => id);
    expect(order('{ KMS: { after: C } }')).toEqual(['C', 'KMS', 'AS', 'LOG']);
    expect(order('{ KMS: { before: AS }, HSM: { before: AS } }')).toEqual(['C', 'KMS', 'HSM', 'AS', 'LOG']);
    expect(order('{ HSM: { after: KMS }, KMS: { after: C }, U: { before: C } }')).toEqual([
      'U',
      'C',
      'KMS',
      'HSM',
      'AS',
      'LOG',
    ]);
    expect(order('{ LOG: { before: C } }')).toEqual(['LOG', 'C', 'AS']);
  });

  test('keep the order of the base, where it was put beside', () => {
    const chain = { ...files, 'middle.yaml': 'id: middle\nextends: base\nparticipants: { KMS: { after: C } }' };
    const flow = flowOf('id: top\nextends: middle\nparticipants: { C: { after: LOG } }', chain);
    expect(flow.participants.map(({ id }) => id)).toEqual(['KMS', 'AS', 'LOG', 'C']);
  });

  test('lay a sample of the page over the base’s of the same step', () => {
    const sampled = {
      'base.yaml': files['base.yaml'].replace(
        'page: { whenToUse: [Always], ',
        `page: { whenToUse: [Always], samples: [{ step: token, title: Request, parameters: {
          grant_type: { level: REQUIRED, description: What }, client_secret: { level: REQUIRED } } }], `,
      ),
    };
    const { page } = flowOf(
      over(
        'page: { samples: [{ step: token, parameters: { client_secret: , assertion: A JWT, grant_type: Which } }] }',
      ),
      sampled,
    );
    expect(page?.samples.map(({ title }) => title?.plain)).toEqual(['Request']);
    expect(
      page?.samples[0]?.requestParameters.map(({ name, level, description }) => [name, level, description.plain]),
    ).toEqual([
      ['grant_type', 'REQUIRED', 'Which'],
      ['assertion', 'OPTIONAL', 'A JWT'],
    ]);
  });

  test('remove what stands there without a value', () => {
    const lean = flowOf(over('participants: { LOG: }\nvariables: { OLD: , NEW: }'), files);
    expect(lean.participants.map(({ id }) => id)).toEqual(['C', 'AS']);
    expect(lean.variables.map(({ name }) => name)).toEqual(['SECRET', 'NEW']);
  });

  test('may use what the flow includes itself', () => {
    const text = over('include: parties\npatch:\n  - { after: ok, insert: [ { C -> RS: "GET ${HOST}" } ] }');
    const { participants, variables } = flowOf(text, files);
    expect(participants.map(({ id }) => id)).toEqual(['C', 'AS', 'LOG', 'RS']);
    expect(variables.map(({ name }) => name)).toContain('HOST');
  });
});

describe('a patch', () => {
  test('inserts before and after, and removes, at any depth', () => {
    expect(texts('patch: [ { before: token, insert: [ { C -> C: a }, { C -> C: b } ] } ]')).toEqual([
      ...['a', 'b', 'POST /token', '200', '400'],
    ]);
    expect(texts('patch: [ { after: ok, insert: [ { C -> C: a } ] } ]')).toEqual(['POST /token', '200', 'a', '400']);
    expect(texts('patch: [ { remove: bad } ]')).toEqual(['POST /token', '200']);
  });

  test('sees what the entries before it did', () => {
    const chain =
      'patch: [ { before: ok, insert: [ { C -> C: a, id: a } ] }, { after: a, insert: [ { C -> C: b } ] } ]';
    expect(texts(chain)).toEqual(['POST /token', 'a', 'b', '200', '400']);
  });

  test('takes a branch away with its last step, and a fragment with its last branch', () => {
    const branches = (patch: string): readonly string[] =>
      flowOf(over(`patch: [${patch}]`), files).steps.flatMap((step) =>
        step.kind === 'fragment' ? step.branches.map(({ label }) => label.plain) : [],
      );
    expect(branches('{ remove: bad }')).toEqual(['ok']);
    expect(branches('{ remove: bad }, { remove: ok }')).toEqual([]);
    const empty = {
      ...files,
      'middle.yaml': 'id: middle\nextends: base\nsteps: [ { alt: { a: [ { C -> AS: x, id: x } ], b: [] } } ]',
    };
    const kept = flowOf('id: top\nextends: middle\npatch: [ { remove: x } ]', empty).steps;
    expect(kept).toMatchObject([{ branches: [{ label: { plain: 'b' }, steps: [] }] }]);
  });

  test('merges mappings and removes keys without a value (RFC 7396)', () => {
    const { request } = patched('token', '{ request: { headers: , form: { client_secret: , scope: a } } }');
    expect(request?.form.map(({ name }) => name)).toEqual(['grant_type', 'scope']);
    expect(request?.headers).toEqual([]);
    const { response } = patched('ok', '{ response: { json: { expires_in: , cnf: { x5t: } } } }');
    expect(response?.json).toMatchObject({
      members: [{ name: 'access_token' }, { name: 'cnf', value: { members: [{ name: 'jkt' }] } }],
    });
  });

  test('finds the only reply to a message', () => {
    const base = withSteps(`  - C -> AS: Ask
    id: ask
  - alt:
      ok: [{ AS --> C: Answer, replyTo: ask }]
      bad: [{ C -> C: Wait }]
`);
    const patched = (patch: string) =>
      messagesIn(`id: over\nextends: other\npatch: [${patch}]\n`, { 'other.yaml': base }).map(({ text }) => text.plain);
    expect(patched('{ at: { replyTo: ask }, set: { text: Reply } }')).toEqual(['Ask', 'Reply', 'Wait']);
    expect(patched('{ after: { replyTo: ask }, insert: [{ C -> C: Thanks }] }')).toEqual([
      'Ask',
      'Answer',
      'Thanks',
      'Wait',
    ]);
    expect(patched('{ remove: { replyTo: ask } }')).toEqual(['Ask', 'Wait']);
  });

  test('removes from what is not there without a trace', () => {
    const { request, response } = patched('bad', '{ request: { form: { a: , b: c } }, response: { json: { a: } } }');
    expect(request?.form.map(({ name }) => name)).toEqual(['b']);
    expect(response?.json).toMatchObject({ kind: 'object', members: [] });
  });

  test('removes a whole value', () => {
    expect(patched('token', '{ note: }').notes).toEqual([]);
    expect(patched('token', '{ request: , note: }').request).toBeNull();
  });

  test.each([
    ['{ from: }', 'required-keys: a message needs "from"'],
    ['{ to: }', 'required-keys: a message needs "to"'],
    ['{ loop: again }', 'known-keys: a message has no key "loop"'],
    ['{ redirect: { status: 302 } }', 'required-keys: "redirect" needs "to"'],
  ])('can’t make %s of a message', (change, mistake) => {
    expect(mistakesIn(over(set('ok', change)), files)).toEqual([expect.stringMatching(mistake)]);
  });
});

test('places of mistakes are in the file where they stand', () => {
  const broken = { 'base.yaml': withSteps('  - C -> XX: Hello\n    id: hello') };
  expect(
    mistakesIn('id: over\nextends: base\npatch: [ { after: hello, insert: [ { C -> YY: Bye } ] } ]', broken),
  ).toEqual([
    'base.yaml:5:10 known-participants: unknown participant "XX"',
    'flow.yaml:3:43 known-participants: unknown participant "YY"',
  ]);
});

test('the whole has its keys in the order of the schema', () => {
  const source = { path: 'flow.yaml', text: over('page: { limitations: [Many] }\nboxes: { a: A }') };
  const read = (path: string) => ({ path, text: files[path as keyof typeof files] });
  const { text } = printResolved(source, { readSource: read });
  const keys = [...(text ?? '').matchAll(/^\w+/gm)].map(([key]) => key);
  expect(keys).toEqual(['id', 'title', 'summary', 'variables', 'theme', 'boxes', 'participants', 'steps', 'page']);
});

test('a base may extend another one', () => {
  const middle = { ...files, 'middle.yaml': 'id: middle\nextends: base\npatch: [ { remove: bad } ]' };
  const flow = flowOf('id: top\nextends: middle.yaml\npatch: [ { remove: token } ]\npage: { samples: [] }', middle);
  expect(flow.title.plain).toBe('Base');
  expect(flow.steps).toHaveLength(1);
});

test.each([
  [
    'shipped:client-credential',
    'did you mean "client-credentials"? shipped flows are: client-credentials, dpop; a shipped flow is named by its id alone',
  ],
  ['shipped:dpop', 'a shipped flow is named by its id alone: dpop'],
])('a shipped flow is not named %s', (name, hint) => {
  const listNames = (folder: string) => (folder === 'shipped:' ? ['client-credentials', 'dpop'] : ['a.yaml']);
  const { diagnostics } = compileFlow(
    { path: 'a.yaml', text: `id: a\nextends: ${name}\n` },
    { readSource: () => null, listNames },
  );
  expect(diagnostics).toMatchObject([{ code: 'known-files', message: `"${name}" does not exist`, hint }]);
});
