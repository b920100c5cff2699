/** What clients do with tokens and with themselves, against a real authorization server. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { initialAccessToken, nonces } from './provider.js';
import { APP, authorize, basic, openStage, withoutPragma } from './stage.js';
import type { Stage } from './stage.js';
import type { Walk } from './walk.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.running.close());
beforeEach(() => stage.running.decide('allow'));

describe('refresh-token-rotation', () => {
  async function start(): Promise<Walk> {
    const before = stage.walk('authorization-code-pkce', { CLIENT_ID: 'app' });
    const asked = new URL(before.address(before.request('authorize')));
    await authorize(before, stage.running);
    expect(asked.searchParams.get('scope')).toBe('profile.read');
    before.expectReply('token-request', '200', await before.send('token-request'), withoutPragma);
    return stage.walk('refresh-token-rotation', {
      CLIENT_ID: 'app',
      ACCESS_TOKEN_1: before.value('ACCESS_TOKEN'),
      REFRESH_TOKEN_1: before.value('REFRESH_TOKEN'),
    });
  }
  /** The walk's grant has another scope than the flow's, which the request does not name. */
  const otherScope = { headers: ['Pragma'], members: ['scope'] };

  test('a new refresh token, and the old one ends the family', async () => {
    const flow = await start();
    flow.expectReply('token-request', '200', await flow.send('token-request'), otherScope);
    expect(flow.value('REFRESH_TOKEN_2')).not.toBe(flow.value('REFRESH_TOKEN_1'));
    flow.expectReply('replayed-request', 'invalid_grant', await flow.send('replayed-request'));
    const successor = await flow.send('token-request', (form) =>
      form.set('refresh_token', flow.value('REFRESH_TOKEN_2')),
    );
    flow.expectReply('token-request', 'invalid_grant', successor);
  });
});

describe('token-introspection and token-revocation', () => {
  async function issue(): Promise<Walk> {
    const flow = stage.walk('authorization-code-pkce', { CLIENT_ID: 'app' });
    await authorize(flow, stage.running);
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
    return flow;
  }

  test('an active token, one that is not, and a caller that nobody knows', async () => {
    const issued = await issue();
    const flow = stage.walk('token-introspection', {
      CLIENT_ID: 'app',
      ACCESS_TOKEN: issued.value('ACCESS_TOKEN'),
      RS_BASIC: basic('web'),
    });
    // This token is for no API of its own, and has the scope that its own flow asked for.
    const answer = await flow.send('introspection');
    flow.expectReply('introspection', '200', answer, { members: ['aud', 'scope'] });
    flow.values.set('ACCESS_TOKEN', 'unknown');
    const unknown = await flow.send('introspection');
    expect(JSON.parse(unknown.body)).toEqual({ active: false });
    expect(unknown.headers.get('cache-control')).toContain('no-store');
    flow.values.set('RS_BASIC', Buffer.from('web:wrong').toString('base64'));
    flow.expectReply('introspection', 'invalid_client', await flow.send('introspection'));
  });

  test('a refresh token is revoked, an unknown one too, and the tokens of the grant with it', async () => {
    const issued = await issue();
    const flow = stage.walk('token-revocation', {
      CLIENT_ID: 'app',
      REFRESH_TOKEN: issued.value('REFRESH_TOKEN'),
      ACCESS_TOKEN: issued.value('ACCESS_TOKEN'),
    });
    flow.expectReply('revocation', '200', await flow.send('revocation'));
    flow.expectReply('revocation', '200', await flow.send('revocation'));
    const introspection = stage.walk('token-introspection', {
      CLIENT_ID: 'app',
      ACCESS_TOKEN: issued.value('ACCESS_TOKEN'),
      RS_BASIC: basic('web'),
    });
    expect(JSON.parse((await introspection.send('introspection')).body)).toEqual({ active: false });
  });

  test('a client that nobody knows revokes nothing', async () => {
    const flow = stage.walk('token-revocation', { CLIENT_ID: 'nobody', REFRESH_TOKEN: 'any', ACCESS_TOKEN: 'any' });
    // The server leaves out what RFC 6749 §5.2 shows of errors: nothing here is worth storing.
    flow.expectReply('revocation', 'invalid_client', await flow.send('revocation'), { headers: ['Cache-Control'] });
  });
});

describe('dpop', () => {
  async function start(): Promise<Walk> {
    const before = stage.walk('authorization-code-pkce', { CLIENT_ID: 'app' });
    await authorize(before, stage.running);
    const { x = '', y = '' } = stage.publicKey;
    return stage.walk('dpop', {
      CLIENT_ID: 'app',
      CODE: before.value('CODE'),
      CODE_VERIFIER: before.value('CODE_VERIFIER'),
      PUBLIC_KEY_X: x,
      PUBLIC_KEY_Y: y,
    });
  }

  test('a token that is bound to a key', async () => {
    const flow = await start();
    flow.values.set('DPOP_PROOF', await stage.sign(flow, 'token-request', 'dpop'));
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
    // The server's own API takes it with a proof of the same key alone.
    const token = await stage.running.provider.AccessToken.find(flow.value('ACCESS_TOKEN'));
    expect(token).toHaveProperty('jkt');
  });

  test('a proof for another address', async () => {
    const flow = await start();
    flow.values.set(
      'DPOP_PROOF',
      await stage.sign(flow, 'token-request', 'dpop', { htu: 'https://other.example.com/token' }),
    );
    flow.expectReply('token-request', 'invalid_dpop_proof', await flow.send('token-request'));
  });

  test('the server wants a nonce', async () => {
    const flow = await start();
    nonces.required = true;
    try {
      flow.values.set('DPOP_PROOF', await stage.sign(flow, 'token-request', 'dpop'));
      flow.expectReply('token-request', 'use_dpop_nonce', await flow.send('token-request'));
      flow.values.set('DPOP_PROOF', await stage.sign(flow, 'token-request-with-nonce', 'dpop'));
      const answer = await flow.send('token-request-with-nonce');
      flow.expectReply('token-request', '200', answer, withoutPragma);
    } finally {
      nonces.required = false;
    }
  });
});

describe('dynamic-client-registration', () => {
  const start = () => stage.walk('dynamic-client-registration', { INITIAL_ACCESS_TOKEN: initialAccessToken });

  test('register, read, update, delete', async () => {
    const flow = start();
    // An OpenID Provider's metadata is under the other well-known name, with the same members (RFC 8414 §3, §5).
    const metadata = flow.request('metadata');
    const address = flow.address(metadata).replace('oauth-authorization-server', 'openid-configuration');
    flow.expectReply('metadata', '200', await flow.visit(address));
    flow.expectReply('register', '201', await flow.send('register'));
    flow.expectReply('read', '200', await flow.send('read'));
    flow.expectReply('update', '200', await flow.send('update'));
    expect(flow.value('REGISTRATION_ACCESS_TOKEN_2')).not.toBe(flow.value('REGISTRATION_ACCESS_TOKEN'));
    flow.expectReply('delete', '204', await flow.send('delete'));
  });

  test('a redirect URI that is not allowed', async () => {
    const flow = start();
    const json = flow.json(flow.request('register').json ?? expect.fail()) as object;
    const answer = await flow.visit(flow.address(flow.request('register')), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${initialAccessToken}` },
      body: JSON.stringify({ ...json, redirect_uris: [`${APP}/callback#fragment`] }),
    });
    flow.expectReply('register', 'invalid_redirect_uri', answer);
  });

  test('a wrong initial access token', async () => {
    const flow = stage.walk('dynamic-client-registration', { INITIAL_ACCESS_TOKEN: 'wrong' });
    flow.expectReply('register', 'invalid_token', await flow.send('register'));
  });
});

describe('oidc-rp-initiated-logout', () => {
  async function start(): Promise<Walk> {
    const flow = stage.walk('oidc-authorization-code', { CLIENT_ID: 'web', CLIENT_BASIC: basic('web') });
    await authorize(flow, stage.running);
    const answer = await flow.send('token-request');
    flow.expectReply('token-request', '200', answer, withoutPragma);
    const logout = stage.walk('oidc-rp-initiated-logout', {
      CLIENT_ID: 'web',
      CLIENT_BASIC: basic('web'),
      ID_TOKEN: flow.value('ID_TOKEN'),
      REFRESH_TOKEN: (JSON.parse(answer.body) as { refresh_token: string }).refresh_token,
    });
    logout.cookies = flow.cookies;
    return logout;
  }

  test('the refresh token is revoked, the session ends, and the browser comes back with the state', async () => {
    const flow = await start();
    flow.expectReply('revoke', '200', await flow.send('revoke'));
    const before = flow.cookies.get('_session');
    expect(before).toBeDefined();
    flow.expectRedirect('return', 'state', await flow.leave('end-session', stage.running.issuer));
    expect(flow.cookies.get('_session')).not.toBe(before);
  });

  test('a return address that is not registered', async () => {
    const flow = await start();
    const address = new URL(flow.address(flow.request('end-session')));
    address.searchParams.set('post_logout_redirect_uri', 'https://evil.example.com/');
    flow.expectReply('end-session', '400', await flow.visit(address.href));
  });
});
