/** The grants against a real authorization server, oidc-provider: each flow walks by its own requests, in success and in error. */
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { account } from './provider.js';
import { authorize, basic, certificate, openStage, withoutPragma } from './stage.js';
import type { Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.running.close());
beforeEach(() => stage.running.decide('allow'));

describe('client-credentials-rfc6749', () => {
  const start = (id = 'service') => stage.walk('client-credentials-rfc6749', { CLIENT_BASIC: basic(id) });

  test('a token, and no refresh token with it', async () => {
    const flow = start();
    const answer = await flow.send('token-request');
    flow.expectReply('token-request', '200', answer, withoutPragma);
    expect(JSON.parse(answer.body)).not.toHaveProperty('refresh_token');
  });

  test('wrong credentials', async () => {
    const flow = stage.walk('client-credentials-rfc6749', {
      CLIENT_BASIC: Buffer.from('service:wrong').toString('base64'),
    });
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
    const flow = stage.walk('client-credentials-private-key-jwt', { CLIENT_ID: 'signer' });
    await stage.resign(flow, 'token-request', 'client_assertion', 'CLIENT_ASSERTION');
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
    flow.expectReply('token-request', 'invalid_client', await flow.send('token-request'));
  });
});

describe('client-credentials-mtls', () => {
  const start = () => stage.walk('client-credentials-mtls', { CLIENT_ID: 'machine' });
  const withCertificate = (headers: Headers) => headers.set('Client-Cert', `:${certificate.raw.toString('base64')}:`);

  test('a token that is bound to the certificate', async () => {
    const flow = start();
    const answer = await flow.send('token-request', (_form, headers) => withCertificate(headers));
    flow.expectReply('token-request', '200', answer, withoutPragma);
    const token = await stage.running.provider.ClientCredentials.find(flow.value('ACCESS_TOKEN'));
    expect(token).toHaveProperty('x5t#S256');
  });

  test('no certificate', async () => {
    const flow = start();
    flow.expectReply('token-request', 'invalid_client', await flow.send('token-request'));
  });
});

describe('authorization-code', () => {
  const start = () => stage.walk('authorization-code', { CLIENT_ID: 'web', CLIENT_BASIC: basic('web') });

  test('tokens for a code, which counts once', async () => {
    const flow = start();
    await authorize(flow, stage.running);
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
    flow.expectReply('replayed-request', 'invalid_grant', await flow.send('replayed-request'));
  });

  test('the user says no', async () => {
    const flow = start();
    stage.running.decide('deny');
    flow.expectRedirect('callback', 'error', await flow.browse('authorize', stage.running.issuer));
  });
});

describe('authorization-code-pkce', () => {
  const start = () => stage.walk('authorization-code-pkce', { CLIENT_ID: 'app' });

  test('tokens for a code and its verifier', async () => {
    const flow = start();
    await authorize(flow, stage.running);
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
  });

  test.each(['missing', 'wrong'])('the verifier is %s', async (how) => {
    const flow = start();
    await authorize(flow, stage.running);
    const answer = await flow.send('token-request', (form) => {
      if (how === 'missing') form.delete('code_verifier');
      else form.set('code_verifier', 'x'.repeat(43));
    });
    flow.expectReply('token-request', 'invalid_grant', answer);
  });

  test('the user says no', async () => {
    const flow = start();
    stage.running.decide('deny');
    flow.expectRedirect('callback', 'error', await flow.browse('authorize', stage.running.issuer));
  });
});

/** The flow repeats `no-cache` from the example of RFC 9126 §2.2; `no-store`, which the server sends, is stricter. */
const storeOnly = { headers: ['Cache-Control'] };

describe('authorization-code-par-jar', () => {
  const start = async () => {
    const flow = stage.walk('authorization-code-par-jar', { CLIENT_ID: 'bank' });
    await stage.resign(flow, 'par', 'request', 'REQUEST_OBJECT');
    await stage.resign(flow, 'par', 'client_assertion', 'CLIENT_ASSERTION');
    return flow;
  };

  test('a pushed request, a code, tokens', async () => {
    const flow = await start();
    flow.expectReply('par', '201', await flow.send('par'), storeOnly);
    await authorize(flow, stage.running);
    await stage.resign(flow, 'token-request', 'client_assertion', 'CLIENT_ASSERTION');
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
    expect(decodeJwt(flow.value('ID_TOKEN'))).toMatchObject({ sub: account.sub, nonce: flow.value('NONCE') });
  });

  test('a request that was pushed is used once', async () => {
    const flow = await start();
    flow.expectReply('par', '201', await flow.send('par'), storeOnly);
    await authorize(flow, stage.running);
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
    const flow = stage.walk('oidc-authorization-code', { CLIENT_ID: 'web', CLIENT_BASIC: basic('web') });
    flow.expectReply('discovery', '200', await flow.send('discovery'));
    await authorize(flow, stage.running);
    flow.expectReply('token-request', '200', await flow.send('token-request'), withoutPragma);
    const claims = decodeJwt(flow.value('ID_TOKEN'));
    expect(claims).toMatchObject({
      iss: stage.running.issuer,
      sub: account.sub,
      aud: 'web',
      nonce: flow.value('NONCE'),
    });
    flow.expectReply('keys-request', '200', await flow.send('keys-request'));
    flow.expectReply('userinfo', '200', await flow.send('userinfo'));
  });
});
