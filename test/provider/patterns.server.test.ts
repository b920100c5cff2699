/** Flows that go on where the grants end, against a real authorization server: their legs there, by their own requests. */
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { ClientMetadata } from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { account, initialAccessToken, strongAcr } from './provider.js';
import { APP, authorize, basic, openStage, secret, withoutPragma } from './stage.js';
import type { Stage } from './stage.js';
import type { Walk } from './walk.js';

const APP2 = 'https://app2.example.com';

const webApp = (id: string, address: string, more: Partial<ClientMetadata> = {}): ClientMetadata => ({
  client_id: id,
  client_secret: secret,
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: [`${address}/callback`],
  post_logout_redirect_uris: [`${address}/signed-out`],
  backchannel_logout_uri: `${address}/oidc/backchannel-logout`,
  backchannel_logout_session_required: true,
  ...more,
});

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([
    webApp('web', APP),
    webApp('web-2', APP2),
    webApp('bff', APP, { redirect_uris: [`${APP}/bff/callback`] }),
  ]);
});
afterAll(() => stage.running.close());
beforeEach(() => {
  stage.running.decide('allow');
  stage.running.outside.clear();
});

/** A sign-in with the password alone. */
async function signIn(id: string, cookies = new Map<string, string>(), values = {}): Promise<Walk> {
  const flow = stage.walk('oidc-authorization-code', { CLIENT_ID: id, CLIENT_BASIC: basic(id), ...values });
  flow.cookies = cookies;
  await authorize(flow, stage.running);
  flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
  return flow;
}

describe('step-up-totp', () => {
  /** This server takes acr_values with it alone; RFC 9470 §4 asks for no such scope, and its example has none. */
  const withOpenid = (query: URLSearchParams) => query.set('scope', `openid ${query.get('scope')}`);

  async function start(): Promise<Walk> {
    const flow = stage.walk('step-up-totp', { CLIENT_ID: 'web', CLIENT_BASIC: basic('web') });
    flow.cookies = (await signIn('web')).cookies;
    return flow;
  }

  test('a token for the sign-in with the second factor', async () => {
    const flow = await start();
    flow.expectRedirect('callback', 'code', await flow.browse('authorize', stage.running.issuer, withOpenid));
    expect(await stage.running.provider.AuthorizationCode.find(flow.value('CODE'))).toHaveProperty('acr', strongAcr);
    flow.expectReply('token-request', '200', await flow.send('token-request'), {
      ...withoutPragma,
      members: ['scope'],
    });
  });

  test('there is no second factor', async () => {
    const flow = await start();
    stage.running.decide('unmet');
    flow.expectRedirect('unmet', 'error', await flow.browse('authorize', stage.running.issuer, withOpenid));
  });
});

describe('bff', () => {
  test('tokens, new ones for the refresh token, none for one that was used', async () => {
    const flow = stage.walk('bff', { CLIENT_ID: 'bff', CLIENT_BASIC: basic('bff') });
    await authorize(flow, stage.running);
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
    expect(decodeJwt(flow.value('ID_TOKEN'))).toMatchObject({ aud: 'bff', nonce: flow.value('NONCE') });
    flow.expectReply('refresh-request', '200', await flow.send('refresh-request'), withoutPragma);
    expect(flow.value('REFRESH_TOKEN_2')).not.toBe(flow.value('REFRESH_TOKEN'));
    flow.expectReply('refresh-request', 'invalid_grant', await flow.send('refresh-request'), withoutPragma);
  });
});

describe('mcp-authorization', () => {
  const start = () => stage.walk('mcp-authorization', { PORT: '49152' });

  test('metadata, and a client that registers itself', async () => {
    const flow = start();
    // Of the two well-known names that a client tries, this server has the second (MCP, discovery of the metadata).
    const address = flow.address(flow.request('server-metadata'));
    const metadata = await flow.visit(address.replace('oauth-authorization-server', 'openid-configuration'));
    flow.expectReply('server-metadata', '200', metadata);
    // Registration is not open here.
    const answer = await flow.send('register', (_form, headers) =>
      headers.set('Authorization', `Bearer ${initialAccessToken}`),
    );
    flow.expectReply('register', '201', answer, withoutPragma);
  });

  test('the server reads the metadata document, and the token is for this MCP server alone', async () => {
    const flow = start();
    const document = flow.reply('client-metadata', '200').json ?? expect.fail();
    stage.running.outside.set(flow.address(flow.request('client-metadata')), () => Response.json(flow.json(document)));
    await authorize(flow, stage.running);
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
    const token = await stage.running.provider.AccessToken.find(flow.value('ACCESS_TOKEN'));
    expect(token).toMatchObject({
      aud: 'https://mcp.example.com/mcp',
      clientId: 'https://client.example.com/mcp.json',
    });
  });
});

describe('oidc-back-channel-logout', () => {
  test('the server tells each app of the session, with a token of its own', async () => {
    const first = await signIn('web');
    const second = await signIn('web-2', first.cookies, { APP: APP2 });
    const flow = stage.walk('oidc-back-channel-logout', { CLIENT_ID: 'web', CLIENT_ID_2: 'web-2' });
    const told: { readonly step: string; readonly request: Request }[] = [];
    for (const step of ['notify', 'notify-2'])
      stage.running.outside.set(flow.address(flow.request(step)), (request) => {
        told.push({ step, request });
        const { status, headers } = flow.reply(step, '200');
        return new Response(null, { status: status ?? expect.fail(), headers: flow.fields(headers) });
      });

    const logout = stage.walk('oidc-rp-initiated-logout', { CLIENT_ID: 'web', ID_TOKEN: first.value('ID_TOKEN') });
    logout.cookies = second.cookies;
    await logout.leave('end-session', stage.running.issuer);

    expect(told.map(({ step }) => step).sort()).toEqual(['notify', 'notify-2']);
    for (const { step, request } of told) {
      const signedIn = decodeJwt((step === 'notify' ? first : second).value('ID_TOKEN'));
      await expectLogoutToken(flow, step, request, signedIn.sid);
    }
  });

  /** What the server sends, against what the flow shows: the request, and the names in the token. */
  async function expectLogoutToken(flow: Walk, step: string, request: Request, sid: unknown): Promise<void> {
    const shown = flow.request(step);
    expect(request.method).toBe(shown.method);
    expect(request.headers.get('Content-Type')).toBe('application/x-www-form-urlencoded');
    const form = new URLSearchParams(await request.text());
    expect([...form.keys()]).toEqual(shown.form.map(({ name }) => name));
    const token = form.get('logout_token') ?? '';
    expect(decodeProtectedHeader(token).typ).toBe('logout+jwt');
    const claims = decodeJwt(token);
    const [jwt] = flow.message(step).jwts;
    const names = jwt?.claims?.kind === 'object' ? jwt.claims.members.map(({ name }) => name) : expect.fail();
    // This server says whose session it was, too: sub, sid or both (§2.4).
    expect(Object.keys(claims).sort()).toEqual([...names, 'sub'].sort());
    expect(claims).toMatchObject({ aud: step === 'notify' ? 'web' : 'web-2', sid, sub: account.sub });
    expect((claims.exp ?? Infinity) - (claims.iat ?? 0)).toBeLessThanOrEqual(120);
  }
});
