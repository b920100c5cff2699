/** The parts of conditions that neither the examples of the rules nor the mutations of the catalogue reach. */
import { describe, expect, it } from 'vitest';
import { lines, lintText } from './compile.js';

const participants = `participants:
  U: { label: User, kind: user }
  B: { label: Browser, kind: browser }
  C: { label: Client, kind: confidential-client }
  APP: { label: App, kind: public-client, platform: native }
  D: { label: Device, kind: device }
  SP: { label: Application, kind: relying-party, url: "https://sp.example.com" }
  AS: { label: Server, kind: authorization-server, url: "https://as.example.com" }
  RS: { label: API, kind: resource-server, url: "https://api.example.com" }
`;

const lint = (steps: readonly string[]) =>
  lines(
    lintText(`id: a\ntitle: A\n${participants}steps:\n${steps.map((step) => `  - ${step}\n`).join('')}`, 'a.yaml'),
  ).map((line) => line.replace(/ \d+:\d+/, ''));

const poll =
  '{ D -> AS: POST /token, request: { form: { grant_type: "urn:ietf:params:oauth:grant-type:device_code", device_code: <code>, client_id: tv } } }';

const cases: readonly (readonly [rule: string, about: string, expected: string, ...steps: string[]])[] = [
  [
    'SEC019',
    'a private-use scheme without a dot',
    'warning SEC019 the scheme of acme:/cb should be a reversed domain name',
    '{ B -> AS: GET /authorize, request: { query: { response_type: code, redirect_uri: "acme:/cb" } } }',
  ],
  [
    'SEC020',
    'a response that goes elsewhere',
    'error SEC020 https://app.example.com/other is not the one of the authorization request, https://app.example.com/cb',
    '{ B -> AS: GET /authorize, request: { query: { response_type: code, redirect_uri: "https://app.example.com/cb" } } }',
    '{ AS --> B: 303, response: { location: "https://app.example.com/other", params: { code: <code> } } }',
  ],
  ['SEC027', 'polling without a loop', 'error SEC027 the client polls, but not in a loop', poll],
  [
    'SEC027',
    'polling without an interval',
    'warning SEC027 neither the loop nor a response states an interval',
    `{ loop: until done, steps: [${poll}] }`,
  ],
  [
    'SEC026',
    'a DPoP proof with a shared secret',
    'error SEC026 the DPoP proof is signed with a shared secret (alg: HS256)',
    '{ APP -> RS: GET /me, request: { headers: { DPoP: <jwt> } }, jwts: { dpop: { header: { alg: HS256, typ: dpop+jwt } } } }',
  ],
  [
    'SEC026',
    'a server that takes unsigned requests',
    'error SEC026 `request_object_signing_alg_values_supported` offers none',
    '{ AS --> C: 200, response: { json: { request_object_signing_alg_values_supported: [RS256, none] } } }',
  ],
  [
    'SEC026',
    'unsigned ID Tokens, which the code flow may use',
    'warning SEC026 `id_token_signing_alg_values_supported` offers none',
    '{ AS --> C: 200, response: { json: { id_token_signing_alg_values_supported: [RS256, none] } } }',
  ],
  [
    'SEC026',
    'a literal JWT without a signature',
    'error SEC026 the JWT in `request` has no signature',
    '{ B -> AS: GET /authorize, request: { query: { request: eyJhbGciOiJub25lIn0.eyJpc3MiOiJhcHAifQ. } } }',
  ],
  [
    'SEC029',
    'a verification URI with the device code',
    'error SEC029 `verification_uri_complete` contains the device code',
    '{ AS --> D: 200, response: { json: { verification_uri_complete: "https://as.example.com/device?device_code=abc" } } }',
  ],
  [
    'SEC031',
    'the same refresh token again',
    'error SEC031 the response returns the same refresh token again',
    '{ APP -> AS: POST /token, id: r, request: { form: { grant_type: refresh_token, refresh_token: old } } }',
    '{ AS --> APP: 200, replyTo: r, response: { json: { access_token: <new>, refresh_token: old } } }',
  ],
  [
    'SEC033',
    'a 302 that answers a form',
    'info SEC033 a redirect that answers a POST should have status 303: the effect of 302 depends on the browser',
    '{ B -> AS: POST /login, request: { form: { username: <name> } } }',
    '{ AS --> B: 302, response: { status: 302, location: "https://app.example.com/cb" } }',
  ],
  [
    'SEC036',
    'a response in a URL',
    'error SEC036 a SAML response must not use the Redirect binding',
    '{ B -> SP: GET /acs, request: { query: { SAMLResponse: <xml> } }, saml: { signed: true, audience: a, recipient: "https://sp.example.com/acs", notOnOrAfter: <soon> } }',
  ],
  [
    'SEC036',
    'a recipient that is another',
    'error SEC036 the recipient is https://other.example.com/acs, but the response goes to https://sp.example.com/acs',
    '{ B -> SP: POST /acs, request: { form: { SAMLResponse: <xml> } }, saml: { signed: true, audience: a, recipient: "https://other.example.com/acs", notOnOrAfter: <soon> } }',
  ],
  [
    'SEC037',
    'a token that comes back unbound',
    'warning SEC037 the token that was requested with DPoP is not bound (token_type: Bearer)',
    '{ APP -> AS: POST /token, id: t, request: { headers: { DPoP: <jwt> }, form: { grant_type: authorization_code, code: <code> } } }',
    '{ AS --> APP: 200, replyTo: t, response: { headers: { Cache-Control: no-store }, json: { access_token: <token>, token_type: Bearer } } }',
  ],
  [
    'SEC038',
    'a browser that introspects',
    "error SEC038 B must not introspect tokens: it can't authenticate",
    '{ B -> AS: POST /introspect, request: { form: { token: <token> } } }',
  ],
  [
    'SEC039',
    'a prefix that promises more',
    'error SEC039 `__Host-sid` must not have a Domain',
    '{ SP --> B: 200, response: { headers: { Set-Cookie: "__Host-sid=x; Domain=example.com; Path=/; Secure; HttpOnly; SameSite=Lax" } } }',
  ],
  [
    'SEC039',
    'SameSite=None over plain http',
    'error SEC039 the session cookie `sid` lacks Secure',
    '{ SP --> B: 200, response: { headers: { Set-Cookie: "sid=x; Path=/; HttpOnly; SameSite=None" } } }',
  ],
  [
    'SEC021',
    'an access token for a page, without a BFF',
    'warning SEC021 C passes `access_token` to the browser',
    '{ C --> B: 200, response: { json: { access_token: <token> } } }',
  ],
  [
    'SEC022',
    'a token for everything',
    'info SEC022 no request names the resource that the token is for',
    '{ C -> AS: POST /token, request: { headers: { Authorization: Basic <it> }, form: { grant_type: client_credentials } } }',
  ],
];

it.each(cases)('%s: %s', (_, __, expected, ...steps) => {
  expect(lint(steps)).toContain(expected);
});

describe('profiles', () => {
  const authorize =
    '{ B -> AS: GET /authorize, request: { query: { response_type: code, client_id: c, state: <state> } } }';
  const alone = participants.replace(/ {2}(?:APP|D): .*\n/g, '');
  const worst = (head: string, steps: readonly string[], rule: string) =>
    lines(lintText(`id: a\ntitle: A\n${head}${alone}steps:\n${steps.map((s) => `  - ${s}\n`).join('')}`, 'a.yaml'))
      .filter((line) => line.includes(rule))
      .map((line) => line.split(' ')[0]);

  it.each([
    ['SEC006', 'oauth21', 'warning', 'error', authorize],
    ['SEC022', 'mcp', 'info', 'error', authorize],
    ['SEC021', 'bff', 'warning', 'error', '{ C --> B: 200, response: { json: { access_token: <token> } } }'],
    [
      'SEC039',
      'bff',
      undefined,
      'info',
      '{ SP --> B: 200, response: { headers: { Set-Cookie: "sid=x; Path=/; Secure; HttpOnly; SameSite=Lax" } } }',
    ],
    [
      'SEC034',
      'mcp',
      undefined,
      'warning',
      '{ AS --> B: 303, response: { location: "https://a.example.com/", params: { code: <code> } } }',
    ],
  ] as const)('%s by %s', (rule, profile, without, withIt, step) => {
    expect(worst('', [step], rule)[0]).toBe(without);
    expect(worst(`profile: ${profile}\n`, [step], rule)[0]).toBe(withIt);
  });
});
