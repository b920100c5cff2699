/** The grants that poll, against a real authorization server. */
import { decodeJwt } from 'jose';
import { errors } from 'oidc-provider';
import type { Adapter } from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { account } from './provider.js';
import { openStage, withoutPragma } from './stage.js';
import type { Stage } from './stage.js';
import type { Answer, Walk } from './walk.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.running.close());
beforeEach(() => stage.running.decide('allow'));

interface Expiring {
  readonly jti: string;
  readonly adapter: Adapter;
}

/** A code that has expired, before the server forgets it: it tells one from a code that it never knew. */
async function expire(code: Expiring | undefined): Promise<void> {
  const { adapter, jti } = code ?? expect.fail('the server has no such code');
  const stored = (await adapter.find(jti)) ?? expect.fail();
  await adapter.upsert(jti, { ...stored, exp: 1 }, 60);
}

describe('device-authorization', () => {
  async function start(): Promise<Walk> {
    const flow = stage.walk('device-authorization', { CLIENT_ID: 'device' });
    // The server sends no interval where it is the default of five seconds (RFC 8628 §3.2).
    flow.expectReply('device-authorization', '200', await flow.send('device-authorization'), { members: ['interval'] });
    return flow;
  }
  /** The user types the code into the server's own page. */
  async function decide(flow: Walk): Promise<Answer> {
    const page = await flow.visit(`${stage.running.issuer}/device?user_code=${flow.value('USER_CODE')}`);
    const xsrf = /name="xsrf" value="([^"]*)"/.exec(page.body)?.[1] ?? expect.fail(page.body);
    const form = { xsrf, user_code: flow.value('USER_CODE'), confirm: 'yes' };
    let answer = await flow.visit(`${stage.running.issuer}/device`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    for (let hops = 0; answer.headers.has('location') && hops < 8; hops += 1)
      answer = await flow.visit(new URL(answer.headers.get('location') ?? '', stage.running.issuer).href);
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
    stage.running.decide('deny');
    await decide(flow);
    flow.expectReply('token-request', 'access_denied', await flow.send('token-request'));
  });

  test('too late', async () => {
    const flow = await start();
    await expire(await stage.running.provider.DeviceCode.find(flow.value('DEVICE_CODE')));
    flow.expectReply('token-request', 'expired_token', await flow.send('token-request'));
  });
});

describe('ciba-poll', () => {
  async function start(hint = 'ada'): Promise<Walk> {
    const flow = stage.walk('ciba-poll', { CLIENT_ID: 'bank-app', LOGIN_HINT: hint });
    await stage.resign(flow, 'authentication-request', 'client_assertion', 'CLIENT_ASSERTION');
    return flow;
  }
  const ask = async (flow: Walk) => {
    // Left out, it is five seconds (CIBA Core §7.3).
    const tolerance = { members: ['interval'] };
    flow.expectReply('authentication-request', '200', await flow.send('authentication-request'), tolerance);
  };
  const poll = async (flow: Walk) => {
    await stage.resign(flow, 'token-request', 'client_assertion', 'CLIENT_ASSERTION');
    return flow.send('token-request');
  };

  test('pending, then confirmed', async () => {
    const flow = await start();
    await ask(flow);
    flow.expectReply('token-request', 'authorization_pending', await poll(flow));
    const { provider } = stage.running;
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
    const { provider } = stage.running;
    const request = (await provider.BackchannelAuthenticationRequest.find(flow.value('AUTH_REQ_ID'))) ?? expect.fail();
    await provider.backchannelResult(request, new errors.AccessDenied());
    flow.expectReply('token-request', 'access_denied', await poll(flow));
  });

  test('too late', async () => {
    const flow = await start();
    await ask(flow);
    await expire(await stage.running.provider.BackchannelAuthenticationRequest.find(flow.value('AUTH_REQ_ID')));
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
