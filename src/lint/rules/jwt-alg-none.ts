import { find, jwtsOf, readAllMembers } from '../terms/index.js';
import type { Facts, Parameter, Parameters, Placed, ShownJwt } from '../terms/index.js';
import { oidc, rfc } from '../cite.js';
import type { Fault } from '../rule.js';
import { lintRule } from '../rule.js';

type Header = ShownJwt & { readonly header: Parameters };

export const rule = lintRule({
  id: 'SEC026',
  name: 'jwt-alg-none',
  severity: 'error',
  milder: 'warning for none in id_token_signing_alg_values_supported, which the code flow may use',
  what: 'A JWT is not signed (`alg: none`), or a DPoP proof is signed with a shared secret.',
  why: 'Without a signature anybody can write the claims. A DPoP proof must show that its sender has a private key.',
  attack: [
    'The attacker writes their own JWT, with any claims and alg none.',
    'The receiver accepts it, and takes them for whomever they claim to be.',
  ],
  fix: 'sign it: ES256, PS256, EdDSA or RS256',
  sources: [rfc(8725, '3.1'), rfc(8725, '3.2'), rfc(7518, '3.6'), rfc(9449, '4.2'), rfc(9101, '10.5'), oidc('2')],
  needs: 'JWT with its header, or metadata',
  subjects: (facts) => [...headers(facts), ...compact(facts), ...metadata(facts)],
  check: (subject) => ('header' in subject ? checkHeader(subject) : checkParameter(subject)),
});

const headers = ({ messages }: Facts): readonly Header[] =>
  messages.flatMap(jwtsOf).flatMap((jwt) => (jwt.header ? [{ ...jwt, header: jwt.header }] : []));

/** Compact JWS without a signature (RFC 7515 §7.1). */
const unsigned = /^eyJ[\w-]+\.[\w-]+\.$/;

const everything = ({ message, sent, returned }: Placed): Parameters => [
  ...sent,
  ...returned,
  ...readAllMembers(message.response?.json ?? null, message),
  ...readAllMembers(message.request?.json ?? null, message),
];

const compact = ({ messages }: Facts): Parameters =>
  messages.flatMap(everything).filter(({ values }) => values.some(({ plain }) => unsigned.test(plain)));

/** RFC 8414 §2 and RFC 7591 §2. */
const metadata = ({ messages }: Facts): Parameters =>
  messages.flatMap(everything).filter(({ name }) => /(?:_alg_values_supported|_signing_alg)$/.test(name));

function* checkHeader({ header, name, at }: Header): Iterable<Fault> {
  const alg = find(header, 'alg');
  const value = alg?.values[0]?.plain;
  if (!alg || value === undefined) {
    yield { message: `the header of the JWT in \`${name}\` has no alg, the signature algorithm`, at };
  } else if (value.toLowerCase() === 'none') {
    yield { message: `the JWT in \`${name}\` is not signed (alg: ${value})`, at: alg };
  } else if (name.toLowerCase() === 'dpop' && /^hs/i.test(value)) {
    yield {
      message: `the DPoP proof is signed with a shared secret (alg: ${value})`,
      at: alg,
      source: rfc(9449, '4.2'),
    };
  }
}

function* checkParameter({ name, values, span, step }: Parameter): Iterable<Fault> {
  const at = { span, step };
  if (values.some(({ plain }) => unsigned.test(plain)))
    yield { message: `the JWT in \`${name}\` has no signature`, at };
  else if (values.some(({ plain }) => plain.toLowerCase() === 'none'))
    yield {
      message: `\`${name}\` offers none`,
      at,
      // OpenID Connect Discovery §3: none is allowed there, for ID Tokens that come over TLS from the token endpoint.
      severity: name === 'id_token_signing_alg_values_supported' ? 'warning' : 'error',
    };
}
