/** JWTs that a sample program signs itself, where the flow gives their header and claims. */
import type { Exchange, Json } from '../model/index.js';
import { jsonStrings, placeholdersIn, toValue } from './wire.js';

/** Parameters whose JWT the client signs itself (RFC 7523 §2); others were issued to it. */
const ownAssertions: readonly string[] = ['assertion', 'client_assertion'];

/** The environment variable that holds the path of the private key (PEM, PKCS #8). */
export const keyVariable = 'SIGNING_KEY';

export interface Assertion {
  /** The placeholder that the JWT replaces. */
  readonly placeholder: string;
  /** JWS algorithm: `ES256` (RFC 7518 §3.1). */
  readonly algorithm: string;
  /** The protected header, without `alg`. */
  readonly header: readonly Member[];
  readonly claims: readonly Claim[];
}

interface Member {
  readonly name: string;
  readonly value: Json;
}

/** A value from the flow, or one computed for each JWT: seconds from now, or a unique text. */
export type Claim =
  | ({ readonly kind: 'given' } & Member)
  | { readonly kind: 'time'; readonly name: string; readonly fromNow: number }
  | { readonly kind: 'unique'; readonly name: string };

export function assertionsOf({ request, jwts }: Exchange): Assertion[] {
  return request.form.flatMap(({ name, values: [text] }) => {
    const jwt = ownAssertions.includes(name) ? jwts.find((one) => one.name === name) : undefined;
    const [only, ...more] = text ? toValue(text) : [];
    const header = membersOf(jwt?.header);
    const algorithm = header.find((member) => member.name === 'alg')?.value;
    if (only?.kind !== 'placeholder' || more.length > 0 || algorithm?.kind !== 'string' || !jwt?.claims) return [];
    return [
      {
        placeholder: only.name,
        algorithm: algorithm.text.plain,
        header: header.filter((member) => member.name !== 'alg'),
        claims: claimsOf(membersOf(jwt.claims)),
      },
    ];
  });
}

/** The placeholders that signing needs. */
export const placeholdersOfAssertion = ({ header, claims }: Assertion): string[] =>
  placeholdersIn(
    [...header, ...claims.filter((claim) => claim.kind === 'given')].flatMap(({ value }) =>
      jsonStrings(value).map((string) => string.value),
    ),
  );

const membersOf = (json: Json | null | undefined): readonly Member[] => (json?.kind === 'object' ? json.members : []);

/** The lifetime in seconds where the flow gives no issue time to count from. */
const defaultLife = 60;

/** The flow's times are samples: only their differences count. */
function claimsOf(members: readonly Member[]): Claim[] {
  const issued = numberOf(members, 'iat');
  const expires = numberOf(members, 'exp');
  const life = issued !== null && expires !== null ? expires - issued : defaultLife;
  return members.map(({ name, value }) => {
    if (name === 'jti') return { kind: 'unique', name };
    if (name === 'iat' || name === 'nbf') return { kind: 'time', name, fromNow: 0 };
    if (name === 'exp') return { kind: 'time', name, fromNow: life };
    return { kind: 'given', name, value };
  });
}

function numberOf(members: readonly Member[], name: string): number | null {
  const value = members.find((member) => member.name === name)?.value;
  return value?.kind === 'literal' && typeof value.value === 'number' ? value.value : null;
}
