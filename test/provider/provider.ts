/** A real authorization server on loopback: oidc-provider, with the endpoints where the shipped flows have them. */
import { randomBytes, X509Certificate } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { interactionPolicy } from 'oidc-provider';
import type { ClientMetadata, Configuration, InteractionResults } from 'oidc-provider';

export const account = { sub: 'user-1', name: 'Ada Example' };

export const initialAccessToken = 'initial-access-token';

/** What the step-up asks for: a second factor. */
export const strongAcr = 'urn:example:acr:mfa';

/** Whether proofs need one of the server's nonces. */
export const nonces = { required: false };

type Decision = 'allow' | 'deny' | 'unmet';

export interface RunningProvider {
  readonly issuer: string;
  readonly provider: Provider;
  /** What the user decides from now on; unmet: there is no second factor. */
  decide: (decision: Decision) => void;
  /** Who answers the server's own requests, by address. */
  readonly outside: Map<string, (request: Request) => Response>;
  readonly close: () => Promise<void>;
}

/** Every scope that a shipped flow asks for. */
const scopes = [
  ...['openid', 'profile', 'email', 'offline_access', 'calendar.read', 'profile.read', 'reports.read'],
  ...['files.read', 'mail.read', 'payments', 'playlists', 'accounts', 'write', 'transfers', 'api.read', 'files:read'],
];

const minutes = 60;

export async function startProvider(
  clients: readonly ClientMetadata[],
  more: (issuer: string) => Configuration = () => ({}),
): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'provider-key' };
  const outside: RunningProvider['outside'] = new Map();
  const fetch = (address: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    // The server's own dispatcher, which knows this host alone, is left out.
    const { method = 'GET', headers = {}, body = null } = init;
    const request = new Request(address, { method, headers, body });
    const answer = outside.get(request.url);
    return answer ? Promise.resolve(answer(request)) : Promise.reject(new Error(`nobody is at ${request.url}`));
  };
  const provider = new Provider(issuer, { ...configuration(clients, key), fetch, ...more(issuer) });
  let decision: Decision = 'allow';
  const handle = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) void handle(request, response);
    else void answerInteraction(provider, decision, request, response);
  });
  return {
    issuer,
    provider,
    outside,
    decide: (next) => (decision = next),
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function configuration(clients: readonly ClientMetadata[], key: object): Configuration {
  return {
    clients: [...clients],
    jwks: { keys: [key] },
    scopes,
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    cookies: { keys: ['a key for tests'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ ...account, sub: id }) }),
    acrValues: [strongAcr],
    interactions: { url: (_context, { uid }) => `/interaction/${uid}`, policy: policy() },
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    clientAuthMethods: ['none', 'client_secret_basic', 'private_key_jwt', 'self_signed_tls_client_auth'],
    clientBasedCORS: () => true,
    ttl: {
      AccessToken: 10 * minutes,
      AuthorizationCode: minutes,
      BackchannelAuthenticationRequest: 10 * minutes,
      ClientCredentials: 10 * minutes,
      DeviceCode: 10 * minutes,
      Grant: 60 * minutes,
      IdToken: 10 * minutes,
      Interaction: 10 * minutes,
      RefreshToken: 60 * minutes,
      Session: 60 * minutes,
    },
    routes: {
      authorization: '/authorize',
      backchannel_authentication: '/bc-authorize',
      code_verification: '/device',
      device_authorization: '/device_authorization',
      end_session: '/logout',
      introspection: '/introspect',
      jwks: '/jwks',
      pushed_authorization_request: '/par',
      registration: '/register',
      revocation: '/revoke',
      token: '/token',
      userinfo: '/userinfo',
    },
    features: {
      backchannelLogout: { enabled: true },
      clientIdMetadataDocument: { enabled: true, ack: 'draft-02' },
      ciba: {
        enabled: true,
        deliveryModes: ['poll'],
        processLoginHint: (_context, hint) => (hint === 'ada' ? account.sub : undefined),
        triggerAuthenticationDevice: () => undefined,
        validateBindingMessage: () => undefined,
        validateRequestContext: () => undefined,
        verifyUserCode: () => undefined,
      },
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      deviceFlow: { enabled: true },
      dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => nonces.required },
      introspection: { enabled: true, allowedPolicy: () => true },
      // As behind a proxy that ends TLS and hands the client's certificate on.
      mTLS: {
        enabled: true,
        certificateBoundAccessTokens: true,
        selfSignedTlsClientAuth: true,
        getCertificate: (context) => readCertificate(context.get('Client-Cert')),
      },
      pushedAuthorizationRequests: { enabled: true },
      registration: { enabled: true, initialAccessToken: initialAccessToken },
      registrationManagement: { enabled: true, rotateRegistrationAccessToken: true },
      requestObjects: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => [],
        getResourceServerInfo: (_context, resource) => ({
          scope: scopes.join(' '),
          audience: resource,
          accessTokenFormat: 'opaque',
        }),
      },
      revocation: { enabled: true, allowedPolicy: () => true },
      rpInitiatedLogout: { enabled: true },
    },
  };
}

/** RFC 9440 §2.1: DER, base64, between colons. */
const readCertificate = (field: string): X509Certificate | undefined =>
  field === '' ? undefined : new X509Certificate(Buffer.from(field.slice(1, -1), 'base64'));

/** As RFC 9470 §4 has it: a session without the second factor that a client asks for is not enough. */
function policy(): interactionPolicy.DefaultPolicy {
  const base = interactionPolicy.base();
  base.get('login')?.checks.add(
    new interactionPolicy.Check('second_factor', 'a second factor is missing', ({ oidc }) => {
      const wanted = oidc.params?.acr_values;
      return typeof wanted === 'string' && wanted !== oidc.acr;
    }),
  );
  return base;
}

/** The user signs in and decides at once: no page is shown. */
async function answerInteraction(
  provider: Provider,
  decision: Decision,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params, grantId } = await provider.interactionDetails(request, response);
  const finish = (result: InteractionResults) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  if (decision === 'deny') return finish({ error: 'access_denied' });
  const { acr_values: acr, resource, scope } = params;
  if (decision === 'unmet') return finish({ error: 'unmet_authentication_requirements' });
  if (prompt.name === 'login')
    return finish({ login: { accountId: account.sub, ...(typeof acr === 'string' && { acr }) } });
  const found = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant = found ?? new provider.Grant({ accountId: account.sub, clientId: String(params.client_id) });
  grant.addOIDCScope(typeof scope === 'string' ? scope : '');
  if (typeof resource === 'string') grant.addResourceScope(resource, String(scope));
  return finish({ consent: { grantId: await grant.save() } });
}
