/** Secrets of known forms are put together here, so that scanners of repositories don't find them. */
import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { checkSecrets } from '../../src/secrets/check-secrets.js';
import { findSecrets } from '../../src/secrets/find-secrets.js';
import { maskSecrets, redactSecrets } from '../../src/secrets/mask-secrets.js';
import { publishedSamples } from '../../src/secrets/published-samples.js';
import { lintText } from './compile.js';

const random = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6a7B8c9D0e1F2';
const join = (...parts: string[]): string => parts.join('');
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: Record<string, unknown>): string =>
  [encode({ alg: 'RS256', typ: 'JWT' }), encode(claims), random].join('.');

const known: readonly (readonly [string, string])[] = [
  ['a private key', join('-----BEGIN RSA PRIV', 'ATE KEY-----\nMIIE\n-----END RSA PRIV', 'ATE KEY-----')],
  ['an AWS access key id', join('AK', 'IA', 'Z7QX2MVP4LKJ8HGF')],
  ['a GitHub token', join('gh', 'p_', random.slice(0, 36))],
  ['a GitHub token', join('github', '_pat_', random.slice(0, 62))],
  ['a GitLab token', join('gl', 'pat-', random.slice(0, 20))],
  ['a Slack token', join('xo', 'xb-', random.slice(0, 20))],
  ['a Slack token', join('xa', 'pp-1-', random.slice(0, 30))],
  ['a Slack webhook', join('hooks.sl', 'ack.com/services/T024F7C87/B024F7C87/', random.slice(0, 24))],
  ['a Stripe webhook secret', join('wh', 'sec_', random.slice(0, 32))],
  ['a Microsoft Entra client secret', join('abc8', 'Q~', random.slice(0, 34))],
  ['an Atlassian token', join('ATA', 'TT3', random)],
  ['a Shopify token', join('shp', 'at_', '0123456789abcdef'.repeat(2))],
  ['a DigitalOcean token', join('do', 'p_v1_', '0123456789abcdef'.repeat(4))],
  ['a Hugging Face token', join('h', 'f_', random.slice(0, 34))],
  ['an OpenAI key', join('sk-', 'proj-', random.slice(0, 48))],
  ['an Anthropic key', join('sk-', 'ant-api03-', random.slice(0, 48))],
  ['a Stripe key', join('sk', '_live_', random.slice(0, 24))],
  ['a Google API key', join('AI', 'za', random.slice(0, 35))],
  ['a Google client secret', join('GOC', 'SPX-', random.slice(0, 28))],
  ['a Google access token', join('ya', '29.', random.slice(0, 40))],
  ['an npm token', join('np', 'm_', random.slice(0, 36))],
  ['a PyPI token', join('py', 'pi-', random.slice(0, 60))],
  ['a SendGrid key', join('S', 'G.', random.slice(0, 22), '.', random.slice(0, 43))],
  ['a Vault token', join('hv', 's.', random.slice(0, 24))],
  ['a Salesforce access token', join('00', 'D5g00000abcde!', random.slice(0, 40))],
  ['a Salesforce consumer key', join('3M', 'VG9', random)],
  ['a Salesforce refresh token', join('5A', 'ep861', random)],
  ['a live JWT', jwt({ iss: 'https://login.acme.io', exp: 4_000_000_000 })],
];

describe.each(known)('%s', (type, secret) => {
  const text = `steps:\n  - note: "see ${secret} here"\n`;

  it('is found wherever it stands, and never shown whole', () => {
    const [found, ...more] = checkSecrets({ path: 'flow.yaml', text });
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      code: 'SEC040',
      severity: 'error',
      message: `${secret.slice(0, 4)}… looks like ${type}`,
    });
    expect(found && text.slice(found.span.start, found.span.end)).toBe(secret);
  });

  it('is masked to the same length, and redacted', () => {
    const masked = maskSecrets(text);
    expect(masked).toHaveLength(text.length);
    expect(masked).not.toContain(secret.slice(0, 12));
    expect(redactSecrets(text)).toBe('steps:\n  - note: "see REDACTED here"\n');
  });
});

describe('JWTs', () => {
  const now = 1_800_000_000;
  it.each([
    ['a JWT that expired on 2020-09-13', 'warning', { iss: 'https://login.acme.io', exp: 1_600_000_000 }],
    ['a live JWT', 'error', { iss: 'https://login.acme.io', exp: now + 60 }],
    ['a live JWT', 'error', { sub: '42' }],
    ['a JWT of an example', 'info', { iss: 'https://as.example.com', exp: now + 60 }],
    ['a JWT of an example', 'info', { sub: '1234567890', name: 'John Doe' }],
    ['a JWT of an example', 'info', { htm: 'POST', htu: 'https://server.example.com/token', iat: 1_562_262_616 }],
    ['a JWT of an example', 'info', { iss: 's6BhdRkqt3', aud: 'https://server.example.com' }],
    ['a live JWT', 'error', { iss: 'https://login.acme.io', aud: 'https://api.example.com' }],
  ] as const)('%s (%s)', (type, severity, claims) => {
    expect(findSecrets(jwt(claims), { now })).toMatchObject([{ type, severity }]);
  });
});

describe('values beside a name', () => {
  const value = random.slice(0, 24);
  it.each([
    `client_secret: "${value}"`,
    `"client_secret": "${value}"`,
    `client_secret=${value}`,
    `Authorization: Bearer ${value}`,
    `Set-Cookie: sid=${value}; Secure`,
    `Authorization: Basic ${Buffer.from(`reports:${value}`).toString('base64')}`,
  ])('%s', (text) => expect(findSecrets(text)).toMatchObject([{ severity: 'warning' }]));

  it.each([
    'client_secret: "${CLIENT_SECRET}"',
    'client_secret: "<the secret of your app>"',
    'code_verifier: aVeryLongNameOfAnExampleWithoutDigits',
    'redirect_uri: https://app.example.com/callback/4711?tenant=ABCdef',
    'id: authorization-code-with-pkce-and-dpop-2026',
    `state: ${value}`,
    'client_secret: 123e4567-e89b-12d3-a456-426614174000',
    'access_token: da39a3ee5e6b4b0d3255bfef95601890afd80709',
    `Authorization: Basic ${Buffer.from('reports:${CLIENT_SECRET}').toString('base64')}`,
    'new Client({ accessToken: process.env.SOME_API_KEY_2, privateKey: import.meta.env.CLIENT_KEY_PEM })',
    'code_verifier = base64.urlsafe_b64encode(secrets.token_bytes(32))',
    'refresh_token: response.body.refreshTokenValue',
    '{ "access_token": "YOUR_AUTH0_ACCESS_TOKEN", "client_secret": "your-Client-Secret-2-goes-here" }',
  ])('but not %s', (text) => expect(findSecrets(text)).toEqual([]));
});

it.each([
  join('-----BEGIN PRIV', 'ATE KEY-----\n...\n-----END PRIV', 'ATE KEY-----'),
  join('-----BEGIN RSA PRIV', 'ATE KEY-----\n  <your key>\n-----END RSA PRIV', 'ATE KEY-----'),
  `access token ${join('00', 'D5g00000abcde!', random.slice(0, 30))}…`,
])('lets what is left out pass: %s', (text) => expect(findSecrets(text)).toEqual([]));

it.each([
  `${join('gh', 'p_', random.slice(0, 36))}…`,
  join('-----BEGIN PRIV', `ATE KEY-----\n${random}\n${random}\n${random}\n...\n-----END PRIV`, 'ATE KEY-----'),
])('but not what is whole, or nearly so', (text) => expect(findSecrets(text)).toMatchObject([{ severity: 'error' }]));

it('lets published samples pass', () => {
  for (const sample of publishedSamples) expect(findSecrets(`client_secret: ${sample}`)).toEqual([]);
});

describe('a flow file with a secret', () => {
  const secret = join('gh', 'p_', random.slice(0, 36));
  const flow = (more = '') => `id: flow
title: Flow
participants: { C: Client, AS: Server }
${more}steps:
  - C -> AS: GET /repos with ${secret}
`;
  const compile = (text: string, options = {}) => compileFlow({ path: 'flow.yaml', text }, options);

  it('is not compiled, and so never rendered', () => {
    const { flow: compiled, diagnostics } = compile(flow());
    expect(compiled).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['SEC040']);
  });

  it('is, without the secret, where that is asked for', () => {
    const { flow: compiled } = compile(flow(), { secrets: 'redact' });
    expect(compiled?.steps[0]).toMatchObject({ text: { plain: 'GET /repos with REDACTED' } });
  });

  it('is, where it says why', () => {
    const allowed = 'lint: { allow: { SEC040: revoked, shown on purpose } }\n'.replace(
      'revoked, shown',
      'revoked and shown',
    );
    expect(compile(flow(allowed)).flow).not.toBeNull();
  });

  it('may come from a value that is set', () => {
    const text =
      'id: flow\ntitle: Flow\nvariables: { T: }\nparticipants: { C: Client }\nsteps:\n  - C -> C: use ${T}\n';
    expect(compile(text, { set: { T: secret } }).diagnostics).toMatchObject([
      { severity: 'error', message: 'the value of T, ghp_… looks like a GitHub token' },
    ]);
  });

  it('may include it from another file', () => {
    const shared = `variables: { T: { value: ${secret} } }\n`;
    const text =
      'id: flow\ntitle: Flow\ninclude: shared.yaml\nparticipants: { C: Client }\nsteps:\n  - C -> C: use ${T}\n';
    const { diagnostics } = compile(text, { readSource: (path: string) => ({ path, text: shared }) });
    expect(diagnostics).toMatchObject([{ code: 'SEC040', span: { source: { path: 'shared.yaml' } } }]);
  });

  it('is reported by the linter as by the compiler', () => {
    const text = flow('lint: { allow: { SEC040: { reason: shown } } }\n');
    expect(lintText(text, 'flow.yaml').allowed).toMatchObject([{ finding: { code: 'SEC040' }, reason: 'shown' }]);
  });
});
