/** What looks like a secret and is none. */
import { fill, random } from './made-up.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const picture = `iVBORw0KGgo${random('B', 900, 'picture')}AKIAEAAA/EAAAxoxb${random('B', 300, 'rest')}=`;
const jwtOf = (claims: object): string =>
  [{ alg: 'RS256' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

export const lookAlikes: readonly string[] = [
  // Identifiers
  'client_id: 123e4567-e89b-12d3-a456-426614174000',
  'client_secret: 123e4567-e89b-12d3-a456-426614174000',
  'Heroku release: 123e4567-e89b-12d3-a456-426614174000',
  'auth_req_id: 1c266114-a1be-4252-8ad1-04986c5b9ac1',
  'traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  `state: ${random('b', 43, 'state')}`,
  `"nonce": "${random('b', 32, 'nonce')}"`,
  `client_id: ${random('a', 32, 'client')}.apps.googleusercontent.com`,
  `"jkt": "${random('b', 43, 'thumbprint')}"`,
  `"kid": "${random('b', 43, 'kid')}"`,
  `session id 01J9Z${random('u', 21, 'ulid')}`,
  // Hashes
  'access_token: da39a3ee5e6b4b0d3255bfef95601890afd80709',
  `password_sha256: ${random('h', 64, 'sha')}`,
  `commit ${random('h', 40, 'commit')} in github.com/acme/app`,
  `Discord: ${random('h', 64, 'digest')}`,
  `integrity: sha512-${random('B', 86, 'sri')}==`,
  'password: $2b$12$KIXQ4S7vBcL0h9Yy1uT3OeWm5r8nZ2pJ6aD7fG9hK1lM3nP5qR7sT',
  `code_challenge: ${random('b', 43, 'challenge')}`,
  // Base64
  `<img src="data:image/png;base64,${picture}">`,
  picture,
  `X509Certificate: MIIC${random('B', 800, 'certificate')}`,
  `-----BEGIN CERTIFICATE-----\n${random('B', 64, 'line')}\n-----END CERTIFICATE-----`,
  `-----BEGIN PUBLIC KEY-----\n${random('B', 64, 'public')}\n-----END PUBLIC KEY-----`,
  `{ "kty": "EC", "crv": "P-256", "x": "${random('b', 43, 'x')}", "y": "${random('b', 43, 'y')}" }`,
  `{ "kty": "RSA", "n": "${random('b', 342, 'n')}", "e": "AQAB" }`,
  // Standards
  'client_secret=7Fjfp0ZBr1KtDRbnfVdmIw',
  'code=SplxlOBeZQQYbYS6WxSbIA&state=xyz',
  '"access_token": "2YotnFZFEjr1zCsicMWpAA", "refresh_token": "tGzv3JOkF0XG5Qx2TlKWIA"',
  'Authorization: Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3',
  'Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
  'code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  'code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  'request_uri: urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c',
  'grant_type: urn:ietf:params:oauth:grant-type:jwt-bearer',
  'device_code: GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS',
  'Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU',
  `id_token: ${jwtOf({ iss: 'https://server.example.com', sub: '248289761001' })}.${random('b', 86, 'signature')}`,
  'otpauth://totp/Example:alice@google.com?secret=JBSWY3DPEHPK3PXP&issuer=Example',
  'AKIAIOSFODNN7EXAMPLE and wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  // Code
  'new Client({ clientSecret: process.env.OAUTH2_CLIENT_SECRET_2, password: process.env.DB_PASSWORD })',
  "client_secret = os.environ['ACME_CLIENT_SECRET_V2']",
  'const accessToken = await fetchAccessTokenV2(clientId2, Scope.READ)',
  'password: config.get("database.password2")',
  'refreshToken: response.body.refreshTokenValue2',
  'client_secret: ${{ secrets.ACME_CLIENT_SECRET_2 }}',
  'private_key: !Ref ClientPrivateKey2',
  // Stand-ins
  '"access_token": "YOUR_AUTH0_ACCESS_TOKEN_2"',
  'client_secret: YOUR_…_TOKEN',
  `${fill('gh{}p_')}${'x'.repeat(36)}`,
  `${fill('sk_{}live_')}${'X'.repeat(24)}`,
  fill('xo{}xb-your-bot-token-goes-here'),
  '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----',
  'A key starts with -----BEGIN OPENSSH PRIVATE KEY----- and has many lines.',
  'client_secret: "${CLIENT_SECRET}"',
  'Authorization: Bearer <the access token of step 5>',
  'https://alice:<password>@example.com and postgres://user:password@localhost:5432/app',
  'amqp://guest:guest@localhost and mongodb://${USER}:${PASSWORD}@host',
  'curl -u client_id:client_secret and curl -u "$CLIENT_ID:$CLIENT_SECRET" https://as.example.com',
  'password: ************ and "password": "P@ssw0rd123"',
  `Authorization: Basic ${base64('client-id:client-secret')} or ${base64('reports:${CLIENT_SECRET}')}`,
];
