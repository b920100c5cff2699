/** Secrets that nobody has: put together at run time, so that no scanner of repositories finds them in these files. */
import { createHash } from 'node:crypto';

const alphabets = {
  /** Letters and digits. */
  a: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  /** base64url */
  b: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  /** base64 */
  B: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  d: '0123456789',
  /** base32 */
  e: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  h: '0123456789abcdef',
  l: 'abcdefghijklmnopqrstuvwxyz0123456789',
  /** Letters only. */
  t: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  /** Bech32, in capitals. */
  q: 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L',
  u: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
} as const;

/** `length` characters in no order, the same ones for the same seed. */
export function random(kind: keyof typeof alphabets, length: number, seed: string): string {
  const letters = alphabets[kind];
  let drawn = '';
  for (let block = 0; drawn.length < length; block += 1) {
    const bytes = createHash('sha256').update(`${seed} ${block}`).digest();
    for (const byte of bytes) if (byte < 256 - (256 % letters.length)) drawn += letters.charAt(byte % letters.length);
  }
  return drawn.slice(0, length);
}

/** `ghp_{a36}` with 36 letters and digits for `{a36}`, and nothing for `{}`; `times` shortens them. */
export const fill = (pattern: string, times = 1, seed = pattern): string =>
  pattern.replace(
    /\{(?:([abBdehlqtu])(\d+))?\}/g,
    (_, kind: keyof typeof alphabets | undefined, length: string, at: number) =>
      kind === undefined ? '' : random(kind, Math.floor(Number(length) * times), `${seed} ${at}`),
  );

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const basic = (user: string, password: string): string => `Authorization: Basic ${base64(`${user}:${fill(password)}`)}`;

/** By what they are. Each text is a line or a few lines, as in a note or a page. */
export const madeUpSecrets: Readonly<Record<string, string>> = {
  'AWS key id': fill('A{}KIA{e16}'),
  'AWS secret key': fill('aws_secret_access_key = {B40}'),
  'AWS session token': fill('IQo{}Jb3JpZ2lu{B200}=='),
  'GitLab personal token': fill('gl{}pat-{b20}'),
  'GitLab deploy token': fill('gl{}dt-{b20}'),
  'GitLab runner token': fill('gl{}rt-{b20}'),
  'GitLab trigger token': fill('gl{}ptt-{h40}'),
  'GitLab job token': fill('gl{}cbt-64_{b20}'),
  'GitLab feed token': fill('gl{}ft-{b20}'),
  'GitLab registration token': fill('GR13{}48941{b20}'),
  'GitHub personal token': fill('gh{}p_{a36}'),
  'GitHub fine-grained token': fill('github{}_pat_{a22}_{a59}'),
  'GitHub app token': fill('gh{}s_{a36}'),
  'Slack bot token': fill('xo{}xb-{d12}-{d13}-{a24}'),
  'Slack webhook': fill('https://hooks.sl{}ack.com/services/T{u8}/B{u10}/{a24}'),
  'Stripe live key': fill('sk_{}live_{a24}'),
  'Stripe test key': fill('sk_{}test_{a24}'),
  'Stripe webhook secret': fill('wh{}sec_{a32}'),
  'Google API key': fill('AI{}za{b35}'),
  'Google refresh token': fill('1/{}/0{b60}'),
  'Google client secret': fill('GOC{}SPX-{b28}'),
  'Azure storage key': fill('DefaultEndpointsProtocol=https;AccountName=acme;Account{}Key={B86}=='),
  'Azure SAS': fill('https://acme.blob.core.windows.net/a/b?sv=2024-11-04&se=2026-01-01&sp=r&s{}ig={a43}%3D'),
  'Entra client secret': fill('{a3}8{}Q~{a34}'),
  '.npmrc token': fill('//registry.npmjs.org/:_auth{}Token={h8}-{h4}-{h4}-{h4}-{h12}'),
  'npm token': fill('np{}m_{a36}'),
  'Twilio key': fill('S{}K{h32}'),
  'Twilio auth token': fill('TWILIO_AUTH_TOKEN={h32}').replace('={', '='),
  'Mailgun key': fill('ke{}y-{h32}'),
  'SendGrid key': fill('S{}G.{b22}.{b43}'),
  'OpenAI key': fill('sk{}-proj-{b74}T3Blbk{}FJ{b74}'),
  'Anthropic key': fill('sk-{}ant-api03-{b93}AA'),
  'Docker token': fill('dckr{}_pat_{b27}'),
  'Docker login': `{ "auths": { "registry.acme.io": { "auth": "${base64(`ci:${fill('{b30}')}`)}" } } }`,
  'Linear key': fill('lin{}_api_{a40}'),
  'Telegram bot token': fill('{d10}:{}AA{b33}'),
  'Okta token': fill('SSWS 00{}{b40}'),
  'Shopify token': fill('shp{}at_{h32}'),
  'PyPI token': fill('py{}pi-AgEIcHlwaS5vcmc{b120}'),
  'Heroku key': fill('HEROKU_API_KEY={h8}-{h4}-{h4}-{h4}-{h12}'),
  'DigitalOcean token': fill('do{}p_v1_{h64}'),
  'Discord bot token': fill('M{a23}.{b6}.{b38}'),
  'Vault token': fill('hv{}s.{b95}'),
  'Basic pair': basic('billing', 'v9{a14}'),
  'Basic pair of somebody': basic('carol', 'R7!mq{a4}z'),
  'PostgreSQL URL': fill('postgres://app:{a16}@db.acme.io:5432/app'),
  'MySQL URL': fill('mysql://root:{a12}9!@10.0.0.5/shop'),
  'MongoDB URL': fill('mongodb+srv://svc:{a18}@cluster0.abcde.mongodb.net'),
  'Redis URL': fill('redis://:{a20}@cache.acme.io:6379'),
  'AMQP URL': fill('amqps://worker:{a16}@mq.acme.io/jobs'),
  'HTTPS URL': fill('https://deploy:{a20}@git.acme.io/app.git'),
  'curl -u': fill('curl -u "api:{a24}" https://api.acme.io'),
  'curl --user, two lines': fill('curl https://api.acme.io \\\n  --user carol:Zx7{a9}'),
  'JWK of RSA': fill('{ "kty": "RSA", "n": "{b342}", "e": "AQAB", "d": "{b342}" }'),
  'JWK of EC': fill('jwk: { kty: EC, crv: P-256, x: {b43}, y: {b43}, d: {b43} }'),
  'JWK, symmetric': fill('"kty": "oct",\n    "k": "{b43}"'),
  'otpauth URI': fill('otpauth://totp/Acme:carol?secret={e32}&issuer=Acme'),
  'HMAC key': fill('hmac_key: {h64}'),
  'PGP key': fill(
    '-----BEGIN PGP PRIV{}ATE KEY BLOCK-----\n\n{B64}\n{B64}\n=abcd\n-----END PGP PRIV{}ATE KEY BLOCK-----',
  ),
  'OpenSSH key': fill('-----BEGIN OPENSSH PRIV{}ATE KEY-----\n{B70}\n{B70}\n-----END OPENSSH PRIV{}ATE KEY-----'),
  'token in two lines': fill('gh{}p_{a20}\n    {a16}'),
  client_secret: fill('client_secret: {a32}'),
  password: fill('"password": "{a6}#7{a8}"'),
  'live JWT': `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from('{"iss":"https://login.acme.io","sub":"7"}').toString('base64url')}.${fill('{b86}')}`,
};
