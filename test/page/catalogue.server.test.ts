/** The programs of the shipped flows, run as they stand in the pages against a server that answers as the flow says. */
import { exportPKCS8, generateKeyPair, jwtVerify } from 'jose';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Flow } from '../../src/model/flow.js';
import { repliesTo } from '../../src/model/replies.js';
import { jsonText } from '../../src/requests/http.js';
import { flowIds, loadFlow } from '../flows/load.js';
import { testWith } from '../needs.js';
import { readers, runSample } from './run.js';
import { startServer } from './server.js';
import type { Received, Server } from './server.js';
import type { Field } from '../../src/model/http.js';
import type { Exchange } from '../../src/model/step.js';

/** The flows whose client side is back channel only: these have programs, and no other. */
const withPrograms = [
  'client-credentials',
  'client-credentials-mtls',
  'client-credentials-private-key-jwt',
  'client-credentials-rfc6749',
  'jwt-bearer-grant',
  'refresh-token-rotation',
  'token-exchange',
  'token-introspection',
  'token-revocation',
];

it('has programs where the client side is back channel only', () => {
  const having = flowIds.filter((id) => (loadFlow(id).page?.code.length ?? 0) > 0);
  expect(having).toEqual(withPrograms);
});

const pem = (name: string): string => fileURLToPath(new URL(`fixtures/${name}.pem`, import.meta.url));
const trusted = { REQUESTS_CA_BUNDLE: pem('certificate'), NODE_EXTRA_CA_CERTS: pem('certificate') };
const files = { CLIENT_CERT: pem('certificate'), CLIENT_KEY: pem('key') };

let folder: string;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let server: Server;
let secure: Server;
let answers: (string | null)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'authflow-key-'));
  keys = await generateKeyPair('ES256', { extractable: true });
  await writeFile(join(folder, 'key.pem'), await exportPKCS8(keys.privateKey));
  const answer = () => ({ json: JSON.parse(answers.shift() ?? '{}') as unknown });
  const [cert, key] = await Promise.all([readFile(pem('certificate')), readFile(pem('key'))]);
  server = await startServer(answer);
  secure = await startServer(answer, { cert, key, ca: cert, requestCert: true, rejectUnauthorized: true });
});
afterAll(async () => {
  await Promise.all([server.close(), secure.close()]);
  await rm(folder, { recursive: true });
});

/** A live value for a placeholder; one that is an address leads to the server. */
const live = (name: string): string => (/URL|URI/.test(name) ? server.url : `live ${name}`);
const fill = (text: string): string => text.replace(/\$\{(\w+)\}/g, (_, name: string) => live(name));
const filled = (fields: readonly Field[]): [string, string][] =>
  fields.flatMap(({ name, values }) => values.map((value): [string, string] => [name, fill(spelled(value.parts))]));
const spelled = (parts: Field['values'][number]['parts']): string =>
  parts.map((part) => (part.kind === 'variable' && !part.hasValue ? `\${${part.name}}` : part.text)).join('');

/** The flow with the test's servers in place of its hosts. */
function onLoopback(id: string): Flow {
  const address = id === 'client-credentials-mtls' ? secure.url : server.url;
  const hosts = ['ISSUER', 'MTLS_ISSUER', 'API', 'API_B'].map((name) => [name, address]);
  return loadFlow(id, {
    set: Object.fromEntries(hosts) as Record<string, string>,
    // The reference's host is in part a placeholder.
    rewrite: (text) => text.replaceAll('https://${MY_DOMAIN}.my.salesforce.com', server.url),
  });
}

/** What the flow's success response says, as the server sends it. */
function answerTo(exchange: Exchange, flow: Flow): string | null {
  const response = repliesTo(exchange, flow.steps).find((reply) => (reply.response.status ?? 0) < 300)?.response;
  const named = (text: string): string => text.replace(/"(ACCESS_TOKEN)"/g, '"${$1}"');
  return response?.json ? fill(named(jsonText(response.json))) : null;
}

describe.each(withPrograms)('%s', (id) => {
  describe.each(['python', 'node'] as const)('in %s', (reader) => {
    testWith(...readers[reader].needs)('sends what the flow says', async () => {
      const flow = onLoopback(id);
      const exchanges = flow.page?.code ?? [];
      answers = exchanges.map((exchange) => answerTo(exchange, flow));
      const names = flow.variables.filter(({ value }) => value === null).map(({ name }) => name);
      const environment = Object.fromEntries(names.map((name) => [name, live(name)]));
      const outcome = await runSample(reader, exchanges, {
        steps: flow.steps,
        environment: { ...environment, ...trusted, ...files, SIGNING_KEY: join(folder, 'key.pem') },
      });
      expect(outcome, outcome.stderr).toMatchObject({ code: 0 });
      const received = [...server.take(), ...secure.take()];
      expect(received).toHaveLength(exchanges.length);
      for (const [index, exchange] of exchanges.entries()) await expectSent(received[index]!, exchange);
    });
  });
});

const signed = ['assertion', 'client_assertion'];

async function expectSent(received: Received, { request, jwts }: Exchange): Promise<void> {
  expect(received.method).toBe(request.method);
  expect(received.client).toBe(request.tls.clientCert ? 'authflow test' : '');
  for (const [name, value] of filled(request.headers)) expect(received.headers[name.toLowerCase()]).toBe(value);
  const own = (name: string): boolean => signed.includes(name) && jwts.some((jwt) => jwt.name === name);
  expect(received.form.filter(([name]) => !own(name))).toEqual(filled(request.form).filter(([name]) => !own(name)));
  for (const [name, value] of received.form.filter(([name]) => own(name))) {
    const given = jwts.find((jwt) => jwt.name === name);
    const { payload, protectedHeader } = await jwtVerify(value, keys.publicKey);
    expect(protectedHeader).toEqual(JSON.parse(fill(jsonText(given!.header!))));
    const { iat, exp, jti, ...claims } = JSON.parse(fill(jsonText(given!.claims!))) as Record<string, unknown>;
    expect(payload).toMatchObject(claims);
    expect(Number(payload.exp) - Number(payload.iat)).toBe(Number(exp) - Number(iat));
    expect(payload.jti).not.toBe(jti);
  }
}
