/** The samples, run for real against a server on loopback: what the flow says is what arrives. */
import { compactVerify, exportPKCS8, generateKeyPair } from 'jose';
import type { JWTPayload } from 'jose';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exchange, fields, fill, json, literalText, message, request, response } from './flows.js';
import { readers, runSample } from './run.js';
import type { Reader } from './run.js';
import { startServer } from './server.js';
import { testWith } from '../needs.js';
import type { Received, Server } from './server.js';
import type { Exchange } from '../../src/model/step.js';

const ascii = Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index)).join('');
const hostile: Readonly<Record<string, string>> = {
  ascii: ` ${ascii} `,
  lines: 'first\n  second\r\n\tthird\\\nfourth\n',
  quotes: `'single' "double" \`tick\` '''three''' """three""" \\' \\" \\\\`,
  shell: '$HOME ${HOME} $(id) `id` !! !$ \\$HOME ~ * ? {a,b} # x; y & z | w > /dev/null',
  template: '${process.env.HOME} {os.sep} {{double}} %(name)s %s {0}',
  file: '@/etc/passwd',
  option: '--data @/etc/passwd',
  encoded: '%41%20+%2B&a=b;c',
  unicode: 'é ß 漢字 עברית 👩‍💻 𝒳 \u2028 \u2029 \u0085 \ufeff',
  control: '\u0001 \u001b[31m \u001f \u007f',
  empty: '',
};

let server: Server;
let answer: (received: Received) => { status?: number; json?: unknown } = () => ({});

beforeAll(async () => {
  server = await startServer((received) => answer(received));
});
afterAll(() => server.close());

async function send(reader: Reader, sent: Exchange, environment = {}): Promise<Received> {
  const outcome = await runSample(reader, [sent], { environment });
  expect(outcome, outcome.stderr).toMatchObject({ code: 0 });
  const [received, ...more] = server.take();
  expect(more).toEqual([]);
  return received!;
}

const literals = (values: Readonly<Record<string, string>>) =>
  fields(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, literalText(value)])));

/** Values that an environment can hold, each as the placeholder `${V_NAME}`. */
const placeholders = Object.fromEntries(Object.keys(hostile).map((name) => [name, `\${V_${name}}`]));
const environment = Object.fromEntries(Object.entries(hostile).map(([name, value]) => [`V_${name}`, value]));

describe.each(['curl', 'python', 'node'] as const)('%s', (reader) => {
  const test = testWith(...readers[reader].needs);

  test('sends form values as they are', async () => {
    const received = await send(
      reader,
      exchange('x', request('POST', `${server.url}/token`, { form: literals(hostile) })),
    );
    expect(received).toMatchObject({ method: 'POST', path: '/token', form: Object.entries(hostile) });
    expect(received.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  });

  test('sends form values from the environment as they are', async () => {
    const sent = exchange('x', request('POST', `${server.url}/token`, { form: fields(placeholders) }));
    expect((await send(reader, sent, environment)).form).toEqual(Object.entries(hostile));
  });

  test('sends values that mix literals and placeholders as they are', async () => {
    const mixed = Object.fromEntries(
      Object.entries(hostile).map(([name, value]) => {
        const around = literalText(value);
        const parts = [...around.parts, ...fill(`\${V_${name}}`).parts, ...around.parts, ...fill('${V_ascii}a').parts];
        return [name, { plain: '', parts }];
      }),
    );
    const sent = exchange('x', request('POST', `${server.url}/token`, { form: fields(mixed) }));
    expect((await send(reader, sent, environment)).form).toEqual(
      Object.entries(hostile).map(([name, value]) => [name, `${value}${value}${value}${hostile.ascii}a`]),
    );
  });

  test('sends names as they are', async () => {
    const names = Object.fromEntries(
      Object.values(hostile)
        .filter(Boolean)
        .map((name) => [name, 'x']),
    );
    const sent = exchange(
      'x',
      request('POST', `${server.url}/token`, { form: literals({ ...names, ['__proto__']: 'y' }) }),
    );
    expect((await send(reader, sent)).form).toEqual([...Object.entries(names), ['__proto__', 'y']]);
  });

  test.each(['GET', 'DELETE', 'POST'])('sends query values as they are, by %s', async (method) => {
    const query = [...literals(hostile), ...fields({ live: '${V_ascii}' })];
    const sent = exchange('x', request(method, `${server.url}/search?page=1`, { query }));
    expect(await send(reader, sent, environment)).toMatchObject({
      method,
      path: '/search',
      query: [['page', '1'], ...Object.entries(hostile), ['live', hostile.ascii]],
      body: '',
    });
  });

  test('sends a query beside a form', async () => {
    const data = { query: literals(hostile), form: fields({ a: '1' }) };
    const received = await send(reader, exchange('x', request('PUT', `${server.url}/x`, data)));
    expect(received).toMatchObject({ method: 'PUT', query: Object.entries(hostile), form: [['a', '1']] });
  });

  test('repeats a parameter', async () => {
    const form = fields({ grant_type: 'x', resource: ['https://a.example/', '${V_ascii}'], scope: 'y' });
    const sent = exchange('x', request('POST', `${server.url}/token`, { query: form, form }));
    const pairs = [
      ['grant_type', 'x'],
      ['resource', 'https://a.example/'],
      ['resource', hostile.ascii],
      ['scope', 'y'],
    ];
    expect(await send(reader, sent, environment)).toMatchObject({ query: pairs, form: pairs });
  });

  test('sends headers as they are', async () => {
    const headers = {
      'X-Ascii': ascii,
      'X-Unicode': 'é 漢字 👩‍💻',
      'X-Shell': hostile.shell!,
      'X-Empty': '',
      'X-Lines': 'first\nsecond',
    };
    const sent = exchange(
      'x',
      request('GET', `${server.url}/`, {
        headers: [...literals(headers), ...fields({ 'X-Live': 'Bearer ${V_TOKEN}.' })],
      }),
    );
    expect((await send(reader, sent, { V_TOKEN: ascii })).headers).toMatchObject({
      'x-ascii': ascii,
      'x-unicode': 'é 漢字 👩‍💻',
      'x-shell': hostile.shell,
      'x-empty': '',
      'x-lines': 'first second',
      'x-live': `Bearer ${ascii}.`,
    });
  });

  test('authenticates by Basic', async () => {
    const credentials = Buffer.from(`client:${hostile.unicode}`).toString('base64');
    const data = {
      headers: fields({ Authorization: 'Basic ${CLIENT_BASIC}' }),
      form: fields({ grant_type: 'client_credentials' }),
    };
    const received = await send(reader, exchange('x', request('POST', `${server.url}/token`, data)), {
      CLIENT_BASIC: credentials,
    });
    expect(received.headers.authorization).toBe(`Basic ${credentials}`);
    expect(received.form).toEqual([['grant_type', 'client_credentials']]);
  });

  test('sends JSON as it is', async () => {
    const strings = Object.fromEntries(Object.entries(hostile).map(([name, value]) => [name, literalText(value)]));
    const rest = { list: [1, -0.5, true, false, null, []], nested: { '"key"': {}, $key: 'x' } };
    const sent = exchange('x', request('POST', `${server.url}/register`, { json: json({ ...strings, ...rest }) }));
    const received = await send(reader, sent);
    expect(JSON.parse(received.body)).toEqual({ ...hostile, ...rest });
    expect(received.headers['content-type']).toBe('application/json');
  });

  test('puts placeholders into JSON', async () => {
    const strings = Object.fromEntries(
      Object.entries(hostile).map(([name, value]) => [
        name,
        { plain: '', parts: [...fill(`\${V_${name}}`).parts, ...literalText(value).parts] },
      ]),
    );
    const sent = exchange('x', request('PATCH', `${server.url}/x`, { json: json({ ...strings, only: '${V_ascii}' }) }));
    const received = await send(reader, sent, environment);
    expect(received.method).toBe('PATCH');
    expect(JSON.parse(received.body)).toEqual({
      ...Object.fromEntries(Object.entries(hostile).map(([name, value]) => [name, value + value])),
      only: hostile.ascii,
    });
  });

  test('keeps all digits of numbers beyond 2^53', async () => {
    const strings = Object.fromEntries(Object.entries(hostile).map(([name, value]) => [name, literalText(value)]));
    const numbers = { id: 1253261109769874438n, list: [-9007199254740993n, { '"`${x}\\(': 10n ** 30n }] };
    for (const only of ['known', '${V_ascii}', 'in ${V_unicode}']) {
      const all = json({ ...numbers, ...strings, only });
      const { body } = await send(
        reader,
        exchange('x', request('POST', `${server.url}/x`, { json: all })),
        environment,
      );
      expect(body.match(/-?\d{16,}/g)).toEqual(['1253261109769874438', '-9007199254740993', `1${'0'.repeat(30)}`]);
      const value = only.replace('${V_ascii}', hostile.ascii!).replace('${V_unicode}', hostile.unicode!);
      expect(JSON.parse(body)).toMatchObject({ ...hostile, only: value });
    }
  });

  test("keeps the flow's own Content-Type", async () => {
    const data = { headers: fields({ 'content-type': 'application/scim+json' }), json: json({ a: 1 }) };
    const received = await send(reader, exchange('x', request('POST', `${server.url}/x`, data)));
    expect(received.headers['content-type']).toBe('application/scim+json');
  });

  test('reaches paths that a URL cannot hold as written', async () => {
    const url = {
      plain: '',
      parts: [...fill(`${server.url}/`).parts, ...literalText('a "b" <c> {d} [e] \\f ^g `h` é 漢 100% %41').parts],
    };
    expect((await send(reader, exchange('x', request('GET', url)))).path).toBe(
      '/a "b" <c> {d} [e] \\f ^g `h` é 漢 100% A',
    );
  });

  test('fills placeholders in host and path', async () => {
    const sent = exchange('x', request('GET', 'http://${HOST}:${PORT}/v1/${ID}/x'));
    const [, HOST, PORT] = /\/\/(.*):(.*)/.exec(server.url)!;
    expect((await send(reader, sent, { HOST, PORT, ID: 'a-1' })).path).toBe('/v1/a-1/x');
  });

  test('fails when the server refuses', async () => {
    answer = () => ({ status: 400, json: { error: 'invalid_grant' } });
    const outcome = await runSample(reader, [
      exchange('x', request('POST', `${server.url}/token`, { form: fields({ a: 'b' }) })),
    ]);
    answer = () => ({});
    server.take();
    expect(outcome.code).not.toBe(0);
    expect(outcome.stdout + outcome.stderr).toContain('400');
  });

  test('sends any value as it is', async () => {
    const value = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 30, maxLength: 30 }), async (values) => {
        const named = Object.fromEntries(values.map((text, index) => [`p${index}`, text]));
        const sent = exchange(
          'x',
          request('POST', `${server.url}/`, { query: literals(named), form: literals(named) }),
        );
        expect(await send(reader, sent)).toMatchObject({ query: Object.entries(named), form: Object.entries(named) });
      }),
      { numRuns: 10 },
    );
  });
});

describe('a program', () => {
  const token = exchange(
    'tokenRequest',
    request('POST', '${BASE}/token', { form: fields({ grant_type: 'client_credentials' }) }),
  );
  const granted = message('AS', 'C', '200', {
    response: response(200, {
      json: json({ access_token: '${ACCESS_TOKEN}', class: '${CLASS}', endpoints: [{ 'api-url': '${API_URL}' }] }),
    }),
  });
  const api = exchange(
    'api',
    request('POST', '${API_URL}/records', {
      query: fields({ class: '${CLASS}' }),
      headers: fields({ Authorization: 'Bearer ${ACCESS_TOKEN}' }),
      json: json({ by: '${CLIENT}' }),
    }),
  );

  describe.each(['python', 'node'] as const)('in %s', (reader) => {
    testWith(...readers[reader].needs)('takes what a response yields from the response', async () => {
      answer = ({ path }) =>
        path === '/token'
          ? { json: { access_token: `t'o"k\\e\`n$`, class: 'a&b', endpoints: [{ 'api-url': `${server.url}/v1` }] } }
          : {};
      const outcome = await runSample(reader, [token, api], {
        steps: [token, granted, api],
        environment: { BASE: server.url, CLIENT: 'me' },
      });
      answer = () => ({});
      expect(outcome, outcome.stderr).toMatchObject({ code: 0 });
      expect(server.take()).toMatchObject([
        { path: '/token' },
        {
          path: '/v1/records',
          query: [['class', 'a&b']],
          headers: { authorization: `Bearer t'o"k\\e\`n$` },
          body: expect.stringMatching(/^\{"by": ?"me"\}$/) as string,
        },
      ]);
    });
  });
});

describe('mutual TLS', () => {
  const pem = (name: string): string => fileURLToPath(new URL(`fixtures/${name}.pem`, import.meta.url));
  const certificate = pem('certificate');
  const trust = { CURL_CA_BUNDLE: certificate, REQUESTS_CA_BUNDLE: certificate, NODE_EXTRA_CA_CERTS: certificate };
  const token = (url: string): Exchange =>
    exchange(
      'token',
      request('POST', `${url}/token`, {
        form: fields({ grant_type: 'client_credentials' }),
        tls: { clientCert: true, bindOnly: false },
      }),
    );

  describe.each(['curl', 'python'] as const)('in %s', (reader) => {
    testWith(...readers[reader].needs)('presents the certificate', async () => {
      const [cert, key] = [readFileSync(certificate), readFileSync(pem('key'))];
      const secure = await startServer(() => ({}), {
        cert,
        key,
        ca: cert,
        requestCert: true,
        rejectUnauthorized: true,
      });
      const environment = { ...trust, CLIENT_CERT: certificate, CLIENT_KEY: pem('key') };
      const outcome = await runSample(reader, [token(secure.url)], { environment });
      const received = secure.take();
      await secure.close();
      expect(outcome, outcome.stderr).toMatchObject({ code: 0 });
      expect(received).toMatchObject([{ client: 'authflow test', form: [['grant_type', 'client_credentials']] }]);
    });
  });

  test('hands it to undici, in Node.js', () => {
    const exchanges = [token('https://as.example.com')];
    expect(readers.node.print(exchanges, exchanges)).toBe(`import { readFile } from 'node:fs/promises';
import { Agent, fetch } from 'undici';

const dispatcher = new Agent({
  connect: {
    cert: await readFile(process.env.CLIENT_CERT),
    key: await readFile(process.env.CLIENT_KEY),
  },
});

const tokenResponse = await fetch('https://as.example.com/token', {
  method: 'POST',
  body: new URLSearchParams({
    grant_type: 'client_credentials',
  }),
  dispatcher,
  signal: AbortSignal.timeout(10_000),
});
if (!tokenResponse.ok) throw new Error(\`token: HTTP \${tokenResponse.status} \${await tokenResponse.text()}\`);`);
  });
});

describe.each(['python', 'node'] as const)('%s', (reader) => {
  testWith(...readers[reader].needs)('signs numbers beyond 2^53 with all digits', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'authflow-key-'));
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    await writeFile(join(folder, 'key.pem'), await exportPKCS8(privateKey));
    const own = 'a "b" \\ `${c}`';
    const claims = {
      iss: '${CLIENT}',
      id: 1253261109769874438n,
      '`${x}\\': literalText(own),
      iat: 1,
      exp: 61,
      jti: 'x',
    };
    const jwts = [{ name: 'assertion', header: json({ alg: 'ES256' }), claims: json(claims) }];
    const sent = exchange('x', request('POST', `${server.url}/x`, { form: fields({ assertion: '${JWT}' }) }), { jwts });
    const received = await send(reader, sent, { CLIENT: hostile.unicode!, SIGNING_KEY: join(folder, 'key.pem') });
    const verified = await compactVerify(received.form[0]![1], publicKey);
    const text = Buffer.from(verified.payload).toString('utf8');
    const payload = JSON.parse(text) as JWTPayload;
    expect(text).toMatch(/"id": ?1253261109769874438\D/);
    expect(payload).toMatchObject({
      iss: hostile.unicode,
      '`${x}\\': own,
      jti: expect.stringMatching(/^[\da-f-]{36}$/) as string,
    });
    expect(payload.exp! - payload.iat!).toBe(60);
    await rm(folder, { recursive: true });
  });
});
