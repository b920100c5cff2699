/** Finds and decodes compact JWTs (RFC 7519 §3) without verifying their signatures. */
import { decodeBase64 } from '../source/index.js';
import type { Found } from './stretch.js';
import { isCut } from './vendor-forms.js';

/** A signed JWT in its compact form, all three parts real. */
const compactJwt = /(?<![\w-])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}/g;

/** The signature of HS256: 32 octets in base64url. */
const SHORTEST_SIGNATURE = 43;

export const findJwts = (text: string, now: number | undefined): readonly Found[] =>
  [...text.matchAll(compactJwt)]
    .filter((match) => !isCut(match, text, match[0].lastIndexOf('.') + SHORTEST_SIGNATURE))
    .map(({ 0: value, index }) => ({ start: index, end: index + value.length, ...judgeJwt(value, now) }));

function judgeJwt(text: string, now: number | undefined): Pick<Found, 'type' | 'kind'> {
  const jwt = decodeJwt(text);
  if (jwt && isExample(jwt)) return { type: 'a JWT of an example', kind: 'example' };
  const ended = jwt && expiredOn(jwt, now);
  return ended ? { type: `a JWT that expired on ${ended}`, kind: 'expired' } : { type: 'a live JWT', kind: 'known' };
}

interface Jwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signature: string;
}

/** Null for a text that is not a compact JWS. */
export function decodeJwt(text: string): Jwt | null {
  const [header, claims, signature, ...more] = text.split('.');
  if (header === undefined || claims === undefined || signature === undefined || more.length > 0) return null;
  const [readHeader, readClaims] = [decodePart(header), decodePart(claims)];
  return readHeader && readClaims ? { header: readHeader, claims: readClaims, signature } : null;
}

/** An object begins with a brace, or white space: `e`, `I`, `C` or `D` in base64url. */
const encodedObject = /^[eICD][A-Za-z0-9_-]+$/;

function decodePart(part: string): Readonly<Record<string, unknown>> | null {
  if (!encodedObject.test(part)) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(decodeBase64(part)));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Whether the issuer is an example domain (RFC 2606, RFC 6761), or the subject is the invented person of jwt.io and RFC 7515. */
function isExample({ claims }: Jwt): boolean {
  const { iss, sub, name, aud, htu } = claims;
  // A DPoP proof has a target and no issuer (RFC 9449 §4.2); a client is its own issuer (RFC 7523 §3).
  const places = typeof iss === 'string' && /[:.]/.test(iss) ? [iss] : [aud, htu].flat();
  return (
    places.some((place) => typeof place === 'string' && isExampleHost(place)) ||
    iss === 'joe' ||
    sub === '1234567890' ||
    name === 'John Doe'
  );
}

function isExampleHost(place: string): boolean {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(place)?.[1] ?? place;
  return /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/i.test(host);
}

/** The day on which a token expired, or null if it has no expiry or has not expired; `now` in seconds since 1970. */
function expiredOn({ claims }: Jwt, now: number | undefined): string | null {
  const { exp } = claims;
  if (typeof exp !== 'number' || now === undefined || exp >= now || exp < 0) return null;
  return new Date(exp * 1000).toISOString().slice(0, 10);
}
