/** What the walks share: a server with clients, their keys, and the way through the browser to a code. */
import { randomBytes, randomUUID, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import type { ClientMetadata } from 'oidc-provider';
import { expect } from 'vitest';
import { account, startProvider } from './provider.js';
import type { RunningProvider } from './provider.js';
import { startWalk } from './walk.js';
import type { Walk } from './walk.js';
import type { Json } from '../../src/model/http.js';

export const APP = 'https://app.example.com';
export const secret = randomBytes(32).toString('hex');
export const basic = (id: string): string => Buffer.from(`${id}:${secret}`).toString('base64');
export const certificate = new X509Certificate(
  readFileSync(new URL('../page/fixtures/certificate.pem', import.meta.url)),
);

/** RFC 6749 §5.1 asks for it, OAuth 2.1 §3.2.3 drops it, and so does the server. */
export const withoutPragma = { headers: ['Pragma'] };

const code: ClientMetadata = {
  client_id: '',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: [`${APP}/callback`],
};
const noBrowser = { redirect_uris: [], response_types: [] as [] };

function clientsWith(publicKey: JWK): ClientMetadata[] {
  const certificateKey = {
    ...certificate.publicKey.export({ format: 'jwk' }),
    x5c: [certificate.raw.toString('base64')],
    use: 'sig',
  } as JWK;
  const signing = { token_endpoint_auth_signing_alg: 'ES256', jwks: { keys: [publicKey] } } as const;
  return [
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
  ];
}

export interface Stage {
  readonly running: RunningProvider;
  /** Of the clients that sign. */
  readonly publicKey: JWK;
  readonly walk: (id: string, values: Readonly<Record<string, string>>) => Walk;
  /** A JWT as the flow shows it, signed now: times and the identifier are live. */
  readonly sign: (flow: Walk, step: string, name: string, more?: object) => Promise<string>;
  /** {@link sign}, as the value of a placeholder. */
  readonly resign: (flow: Walk, step: string, name: string, placeholder: string) => Promise<void>;
}

/** @param clients in place of the usual ones */
export async function openStage(clients?: readonly ClientMetadata[]): Promise<Stage> {
  const keys = await generateKeyPair('ES256', { extractable: true });
  const publicKey: JWK = { ...(await exportJWK(keys.publicKey)), kid: 'client-key', alg: 'ES256', use: 'sig' };
  const running = await startProvider(clients ?? clientsWith(publicKey));
  const sign: Stage['sign'] = (flow, step, name, more = {}) => signJwt(flow, step, name, more, keys.privateKey);
  return {
    running,
    publicKey,
    walk: (id, values) => startWalk(id, running.issuer, { SUBJECT: account.sub, ...values }),
    sign,
    resign: async (flow, step, name, placeholder) => {
      flow.values.set('KEY_ID', 'client-key');
      flow.values.set(placeholder, await sign(flow, step, name));
    },
  };
}

async function signJwt(flow: Walk, step: string, name: string, more: object, key: CryptoKey): Promise<string> {
  const jwt = flow.message(step).jwts.find((one) => one.name === name) ?? expect.fail(`no ${name} at ${step}`);
  const json = (part: Json | null) => (part ? (flow.json(part) as Record<string, unknown>) : {});
  const now = Math.floor(Date.now() / 1000);
  flow.values.set('JTI', randomUUID());
  const claims = json(jwt.claims);
  const times = { iat: now, ...('exp' in claims && { exp: now + 60 }) };
  const header = json(jwt.header);
  return new SignJWT({ ...claims, ...times, ...more })
    .setProtectedHeader({ ...header, alg: String(header.alg) })
    .sign(key);
}

/** From the authorization request to the callback. */
export async function authorize(flow: Walk, { issuer }: RunningProvider): Promise<void> {
  flow.expectRedirect('callback', 'code', await flow.browse('authorize', issuer));
}
