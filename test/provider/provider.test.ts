/**
 * The shipped flows against a real authorization server, oidc-provider: each walks step by step by the flow file's own
 * requests, and the answers must have the status and the fields that the flow shows, in success and in error.
 */
import { randomBytes, randomUUID, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { JWK } from 'jose';
import { errors } from 'oidc-provider';
import type { Adapter, ClientMetadata } from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../../src/model/flow.js';
import { account, initialAccessToken, nonces, startProvider } from './provider.js';
import type { RunningProvider } from './provider.js';
import { startWalk } from './walk.js';
import type { Answer, Walk } from './walk.js';

const APP = 'https://app.example.com';
const certificate = readFileSync(new URL('../page/fixtures/certificate.pem', import.meta.url));
const secret = randomBytes(32).toString('hex');
const basic = (id: string): string => Buffer.from(`${id}:${secret}`).toString('base64');

/** RFC 6749 §5.1 asks for it, OAuth 2.1 §3.2.3 drops it, and so does the server. */
const withoutPragma = { headers: ['Pragma'] };

let running: RunningProvider;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let publicKey: JWK;

const code: ClientMetadata = {
  client_id: '',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: [`${APP}/callback`],
};
const noBrowser = { redirect_uris: [], response_types: [] as [] };

beforeAll(async () => {
  keys = await generateKeyPair('ES256', { extractable: true });
  publicKey = { ...(await exportJWK(keys.publicKey)), kid: 'client-key', alg: 'ES256', use: 'sig' };
  const { publicKey: inCertificate } = new X509Certificate(certificate);
  const certificateKey = {
    ...inCertificate.export({ format: 'jwk' }),
    x5c: [new X509Certificate(certificate).raw.toString('base64')],
    use: 'sig',
  } as JWK;
  const signing = { token_endpoint_auth_signing_alg: 'ES256', jwks: { keys: [publicKey] } } as const;
  running = await startProvider([
    { client_id: 'service', client_secret: secret, grant_types: ['client_credentials'], ...noBrowser },
    { client_id: 'no-grants', client_secret: secret, grant_types: [], ...noBrowser },
    {
      client_id: 'signer',
      token_endpoint_auth_method: 'private_key_jwt',
      grant_types: ['client_credentials'],
      ...signing,
      ...noBrowser,
    },
    { ...code, client_id: 'web', client_secret: secret, post_logout_redirect_uris: [`${APP}/signed-out`] },
    {
      ...code,
      client_id: 'bank',
      // With one address alone, the server would send the browser there even without a request that it knows.
      redirect_uris: [`${APP}/callback`, `${APP}/other`],
      token_endpoint_auth_method: 'private_key_jwt',
      request_object_signing_alg: 'ES256',
      ...signing,
    },
    {
      ...code,
      client_id: 'app',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['com.example.app:/cb'],
    },
    {
      client_id: 'bank-app',
      token_endpoint_auth_method: 'private_key_jwt',
      grant_types: ['urn:openid:params:grant-type:ciba'],
      backchannel_token_delivery_mode: 'poll',
      ...signing,
      ...noBrowser,
    },
    {
      client_id: 'machine',
      token_endpoint_auth_method: 'self_signed_tls_client_auth',
      tls_client_certificate_bound_access_tokens: true,
      grant_types: ['client_credentials'],
      jwks: { keys: [certificateKey] },
      ...noBrowser,
    },
    {
      client_id: 'device',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
      ...noBrowser,
    },
  ]);
});
afterAll(() => running.close());
beforeEach(() => running.decide('allow'));

const walk = (id: string, values: Readonly<Record<string, string>>): Walk =>
  startWalk(id, running.issuer, { SUBJECT: account.sub, ...values });

/** A JWT as the flow shows it, signed now: times and the identifier are live. */
async function sign(flow: Walk, step: string, name: string, more: object = {}): Promise<string> {
  const jwt = flow.message(step).jwts.find((one) => one.name === name) ?? expect.fail(`no ${name} at ${step}`);
  const json = (part: Json | null) => (part ? (flow.json(part) as Record<string, unknown>) : {});
  const now = Math.floor(Date.now() / 1000);
  flow.values.set('JTI', randomUUID());
  const claims = json(jwt.claims);
  const times = { iat: now, ...('exp' in claims && { exp: now + 60 }) };
  const header = json(jwt.header);
  return new SignJWT({ ...claims, ...times, ...more })
    .setProtectedHeader({ ...header, alg: String(header.alg) })
    .sign(keys.privateKey);
}

async function resign(flow: Walk, step: string, name: string, placeholder: string, more: object = {}): Promise<void> {
  flow.values.set('KEY_ID', 'client-key');
  flow.values.set(placeholder, await sign(flow, step, name, more));
}

describe('client-credentials-rfc6749', () => {
  const start = (id = 'service') => walk('client-credentials-rfc6749', { CLIENT_BASIC: basic(id) });

  test('a token, and no refresh token with it', async () => {
    const flow = start();
    const answer = await flow.send('token-request');
    flow.expectReply('token-request', '200', answer, withoutPragma);
    expect(JSON.parse(answer.body)).not.toHaveProperty('refresh_token');
  });

  test('wrong credentials', async () => {
    const flow = walk('client-credentials-rfc6749', { CLIENT_BASIC: Buffer.from('service:wrong').toString('base64') });
    flow.expectReply('token-request', 'invalid_client', await flow.send('token-request'));
  });

  test('a grant that is not allowed', async () => {
    const flow = start('no-grants');
    // The server says invalid_request; RFC 6749 §5.2 has unauthorized_client for just this, and the flow keeps to it.
    const tolerance = { error: 'invalid_request' };
    flow.expectReply('token-request', 'unauthorized_client', await flow.send('token-request'), tolerance);
  });
});

describe('client-credentials-private-key-jwt', () => {
  test('a token for a signed assertion, which counts once', async () => {
    const flow = walk('client-credentials-private-key-jwt', { CLIENT_ID: 'signer' });
    await resign(flow, 'token-request', 'client_assertion', 'CLIENT_ASSERTION');
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
    flow.expectReply('token-request', 'invalid_client', await flow.send('token-request'));
  });
});

/** From the authorization request to the callback. */
async function authorize(flow: Walk, step = 'authorize'): Promise<void> {
  flow.expectRedirect('callback', 'code', await flow.browse(step, running.issuer));
}

describe('authorization-code', () => {
  const start = () => walk('authorization-code', { CLIENT_ID: 'web', CLIENT_BASIC: basic('web') });

  test('tokens for a code, which counts once', async () => {
    const flow = start();
    await authorize(flow);
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
    flow.expectReply('replayed-request', 'invalid_grant', await flow.send('replayed-request'));
  });

  test('the user says no', async () => {
    const flow = start();
    running.decide('deny');
    flow.expectRedirect('callback', 'error', await flow.browse('authorize', running.issuer));
  });
});

describe('authorization-code-pkce', () => {
  const start = () => walk('authorization-code-pkce', { CLIENT_ID: 'app' });

  test('tokens for a code and its verifier', async () => {
    const flow = start();
    await authorize(flow);
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
  });

  test.each(['missing', 'wrong'])('the verifier is %s', async (how) => {
    const flow = start();
    await authorize(flow);
    const answer = await flow.send('token-request', (form) => {
      if (how === 'missing') form.delete('code_verifier');
      else form.set('code_verifier', 'x'.repeat(43));
    });
    flow.expectReply('token-request', 'invalid_grant', answer);
  });

  test('the user says no', async () => {
    const flow = start();
    running.decide('deny');
    flow.expectRedirect('callback', 'error', await flow.browse('authorize', running.issuer));
  });
});

/** The flow repeats `no-cache` from the example of RFC 9126 §2.2; `no-store`, which the server sends, is stricter. */
const storeOnly = { headers: ['Cache-Control'] };

describe('authorization-code-par-jar', () => {
  const start = async () => {
    const flow = walk('authorization-code-par-jar', { CLIENT_ID: 'bank' });
    await resign(flow, 'par', 'request', 'REQUEST_OBJECT');
    await resign(flow, 'par', 'client_assertion', 'CLIENT_ASSERTION');
    return flow;
  };

  test('a pushed request, a code, tokens', async () => {
    const flow = await start();
    flow.expectReply('par', '201', await flow.send('par'), storeOnly);
    await authorize(flow);
    await resign(flow, 'token-request', 'client_assertion', 'CLIENT_ASSERTION');
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
    expect(decodeJwt(flow.value('ID_TOKEN'))).toMatchObject({ sub: account.sub, nonce: flow.value('NONCE') });
  });

  test('a request that was pushed is used once', async () => {
    const flow = await start();
    flow.expectReply('par', '201', await flow.send('par'), storeOnly);
    await authorize(flow);
    const again = await flow.visit(flow.address(flow.request('authorize')), { headers: { Accept: 'text/html' } });
    flow.expectReply('authorize', '400', again);
  });

  test('an assertion of somebody else', async () => {
    const flow = await start();
    const answer = await flow.send('par', (form) => form.set('client_assertion', flow.value('REQUEST_OBJECT')));
    flow.expectReply('par', 'invalid_client', answer, storeOnly);
  });

  test('a request object that is broken', async () => {
    const flow = await start();
    const answer = await flow.send('par', (form) => form.set('request', `${flow.value('REQUEST_OBJECT')}x`));
    flow.expectReply('par', 'invalid_request_object', answer, storeOnly);
  });
});

describe('oidc-authorization-code', () => {
  test('metadata, a code, an ID Token, keys, claims', async () => {
    const flow = walk('oidc-authorization-code', { CLIENT_ID: 'web', CLIENT_BASIC: basic('web') });
    flow.expectReply('discovery', '200', await flow.send('discovery'));
    await authorize(flow);
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
    const claims = decodeJwt(flow.value('ID_TOKEN'));
    expect(claims).toMatchObject({ iss: running.issuer, sub: account.sub, aud: 'web', nonce: flow.value('NONCE') });
    flow.expectReply('keys-request', '200', await flow.send('keys-request'));
    flow.expectReply('userinfo', '200', await flow.send('userinfo'));
  });
});

describe('refresh-token-rotation', () => {
  async function start(): Promise<Walk> {
    const before = walk('authorization-code-pkce', { CLIENT_ID: 'app' });
    const asked = new URL(before.address(before.request('authorize')));
    await authorize(before);
    expect(asked.searchParams.get('scope')).toBe('profile.read');
    before.expectReply('token-request', '200', await before.send('token-request'), withoutPragma);
    return walk('refresh-token-rotation', {
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

interface Expiring {
  readonly jti: string;
  readonly adapter: Adapter;
  readonly exp?: number | undefined;
}

/** A code that has expired, before the server forgets it: it tells one from a code that it never knew. */
async function expire(code: Expiring | undefined): Promise<void> {
  const { adapter, jti } = code ?? expect.fail('the server has no such code');
  const stored = (await adapter.find(jti)) ?? expect.fail();
  await adapter.upsert(jti, { ...stored, exp: 1 }, 60);
}

describe('device-authorization', () => {
  async function start(): Promise<Walk> {
    const flow = walk('device-authorization', { CLIENT_ID: 'device' });
    // The server sends no interval where it is the default of five seconds (RFC 8628 §3.2).
    flow.expectReply('device-authorization', '200', await flow.send('device-authorization'), { members: ['interval'] });
    return flow;
  }
  /** The user types the code into the server's own page. */
  async function decide(flow: Walk): Promise<Answer> {
    const page = await flow.visit(`${running.issuer}/device?user_code=${flow.value('USER_CODE')}`);
    const xsrf = /name="xsrf" value="([^"]*)"/.exec(page.body)?.[1] ?? expect.fail(page.body);
    const form = { xsrf, user_code: flow.value('USER_CODE'), confirm: 'yes' };
    let answer = await flow.visit(`${running.issuer}/device`, { method: 'POST', body: new URLSearchParams(form) });
    for (let hops = 0; answer.headers.has('location') && hops < 8; hops += 1)
      answer = await flow.visit(new URL(answer.headers.get('location') ?? '', running.issuer).href);
    return answer;
  }

  test('pending, then approved', async () => {
    const flow = await start();
    // A page of the server's own, which a real one would not let caches store.
    const page = await flow.visit(flow.address(flow.request('verification-page')));
    flow.expectReply('verification-page', '200', page, { headers: ['Cache-Control'] });
    flow.expectReply('token-request', 'authorization_pending', await flow.send('token-request'));
    flow.expectReply('decision', '200', await decide(flow));
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
  });

  test('denied', async () => {
    const flow = await start();
    running.decide('deny');
    await decide(flow);
    flow.expectReply('token-request', 'access_denied', await flow.send('token-request'));
  });

  test('too late', async () => {
    const flow = await start();
    await expire(await running.provider.DeviceCode.find(flow.value('DEVICE_CODE')));
    flow.expectReply('token-request', 'expired_token', await flow.send('token-request'));
  });
});

describe('token-introspection and token-revocation', () => {
  async function issue(): Promise<Walk> {
    const flow = walk('authorization-code-pkce', { CLIENT_ID: 'app' });
    await authorize(flow);
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
    return flow;
  }

  test('an active token, one that is not, and a caller that nobody knows', async () => {
    const issued = await issue();
    const flow = walk('token-introspection', {
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
    const flow = walk('token-revocation', {
      CLIENT_ID: 'app',
      REFRESH_TOKEN: issued.value('REFRESH_TOKEN'),
      ACCESS_TOKEN: issued.value('ACCESS_TOKEN'),
    });
    flow.expectReply('revocation', '200', await flow.send('revocation'));
    flow.expectReply('revocation', '200', await flow.send('revocation'));
    const introspection = walk('token-introspection', {
      CLIENT_ID: 'app',
      ACCESS_TOKEN: issued.value('ACCESS_TOKEN'),
      RS_BASIC: basic('web'),
    });
    expect(JSON.parse((await introspection.send('introspection')).body)).toEqual({ active: false });
  });

  test('a client that nobody knows revokes nothing', async () => {
    const flow = walk('token-revocation', { CLIENT_ID: 'nobody', REFRESH_TOKEN: 'any', ACCESS_TOKEN: 'any' });
    // The server leaves out what RFC 6749 §5.2 shows of errors: nothing here is worth storing.
    flow.expectReply('revocation', 'invalid_client', await flow.send('revocation'), { headers: ['Cache-Control'] });
  });
});

describe('dpop', () => {
  async function start(): Promise<Walk> {
    const before = walk('authorization-code-pkce', { CLIENT_ID: 'app' });
    await authorize(before);
    const { x = '', y = '' } = publicKey;
    return walk('dpop', {
      CLIENT_ID: 'app',
      CODE: before.value('CODE'),
      CODE_VERIFIER: before.value('CODE_VERIFIER'),
      PUBLIC_KEY_X: x,
      PUBLIC_KEY_Y: y,
    });
  }

  test('a token that is bound to a key', async () => {
    const flow = await start();
    flow.values.set('DPOP_PROOF', await sign(flow, 'token-request', 'dpop'));
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
    // The server's own API takes it with a proof of the same key alone.
    const token = await running.provider.AccessToken.find(flow.value('ACCESS_TOKEN'));
    expect(token).toHaveProperty('jkt');
  });

  test('a proof for another address', async () => {
    const flow = await start();
    flow.values.set(
      'DPOP_PROOF',
      await sign(flow, 'token-request', 'dpop', { htu: 'https://other.example.com/token' }),
    );
    flow.expectReply('token-request', 'invalid_dpop_proof', await flow.send('token-request'));
  });

  test('the server wants a nonce', async () => {
    const flow = await start();
    nonces.required = true;
    try {
      flow.values.set('DPOP_PROOF', await sign(flow, 'token-request', 'dpop'));
      flow.expectReply('token-request', 'use_dpop_nonce', await flow.send('token-request'));
      flow.values.set('DPOP_PROOF', await sign(flow, 'token-request-with-nonce', 'dpop'));
      const answer = await flow.send('token-request-with-nonce');
      flow.expectReply('token-request', '200', answer, withoutPragma);
    } finally {
      nonces.required = false;
    }
  });
});

describe('dynamic-client-registration', () => {
  const start = () => walk('dynamic-client-registration', { INITIAL_ACCESS_TOKEN: initialAccessToken });

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
    const flow = walk('dynamic-client-registration', { INITIAL_ACCESS_TOKEN: 'wrong' });
    flow.expectReply('register', 'invalid_token', await flow.send('register'));
  });
});

describe('oidc-rp-initiated-logout', () => {
  async function start(): Promise<Walk> {
    const flow = walk('oidc-authorization-code', { CLIENT_ID: 'web', CLIENT_BASIC: basic('web') });
    await authorize(flow);
    const answer = await flow.send('token-request');
    flow.expectReply('token-request', '200', answer, withoutPragma);
    const logout = walk('oidc-rp-initiated-logout', {
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
    flow.expectRedirect('return', 'state', await flow.leave('end-session', running.issuer));
    expect(flow.cookies.get('_session')).not.toBe(before);
  });

  test('a return address that is not registered', async () => {
    const flow = await start();
    const address = new URL(flow.address(flow.request('end-session')));
    address.searchParams.set('post_logout_redirect_uri', 'https://evil.example.com/');
    flow.expectReply('end-session', '400', await flow.visit(address.href));
  });
});

describe('ciba-poll', () => {
  async function start(hint = 'ada'): Promise<Walk> {
    const flow = walk('ciba-poll', { CLIENT_ID: 'bank-app', LOGIN_HINT: hint });
    await resign(flow, 'authentication-request', 'client_assertion', 'CLIENT_ASSERTION');
    return flow;
  }
  const ask = async (flow: Walk) => {
    // Left out, it is five seconds (CIBA Core §7.3).
    const tolerance = { members: ['interval'] };
    flow.expectReply('authentication-request', '200', await flow.send('authentication-request'), tolerance);
  };
  const poll = async (flow: Walk) => {
    await resign(flow, 'token-request', 'client_assertion', 'CLIENT_ASSERTION');
    return flow.send('token-request');
  };

  test('pending, then confirmed', async () => {
    const flow = await start();
    await ask(flow);
    flow.expectReply('token-request', 'authorization_pending', await poll(flow));
    const { provider } = running;
    const request = (await provider.BackchannelAuthenticationRequest.find(flow.value('AUTH_REQ_ID'))) ?? expect.fail();
    const grant = new provider.Grant({ accountId: account.sub, clientId: 'bank-app' });
    grant.addOIDCScope('openid payments');
    await grant.save();
    await provider.backchannelResult(request, grant);
    flow.expectReply('token-request', '200', await poll(flow), withoutPragma);
    expect(decodeJwt(flow.value('ID_TOKEN'))).toMatchObject({ sub: account.sub, aud: 'bank-app' });
  });

  test('refused', async () => {
    const flow = await start();
    await ask(flow);
    const { provider } = running;
    const request = (await provider.BackchannelAuthenticationRequest.find(flow.value('AUTH_REQ_ID'))) ?? expect.fail();
    await provider.backchannelResult(request, new errors.AccessDenied());
    flow.expectReply('token-request', 'access_denied', await poll(flow));
  });

  test('too late', async () => {
    const flow = await start();
    await ask(flow);
    await expire(await running.provider.BackchannelAuthenticationRequest.find(flow.value('AUTH_REQ_ID')));
    flow.expectReply('token-request', 'expired_token', await poll(flow));
  });

  test('a user that nobody knows, and a client', async () => {
    const flow = await start('nobody');
    flow.expectReply('authentication-request', 'unknown_user_id', await flow.send('authentication-request'));
    const forged = flow.value('CLIENT_ASSERTION').replace(/.{8}$/, 'AAAAAAAA');
    const answer = await flow.send('authentication-request', (form) => form.set('client_assertion', forged));
    flow.expectReply('authentication-request', 'invalid_client', answer);
  });
});

describe('client-credentials-mtls', () => {
  const start = () => walk('client-credentials-mtls', { CLIENT_ID: 'machine' });
  const withCertificate = (headers: Headers) =>
    headers.set('Client-Cert', `:${new X509Certificate(certificate).raw.toString('base64')}:`);

  test('a token that is bound to the certificate', async () => {
    const flow = start();
    const answer = await flow.send('token-request', (_form, headers) => withCertificate(headers));
    flow.expectReply('token-request', '200', answer, withoutPragma);
    const token = await running.provider.ClientCredentials.find(flow.value('ACCESS_TOKEN'));
    expect(token).toHaveProperty('x5t#S256');
  });

  test('no certificate', async () => {
    const flow = start();
    flow.expectReply('token-request', 'invalid_client', await flow.send('token-request'));
  });
});
