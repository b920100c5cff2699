/** Decodes compact JWTs (RFC 7519 §3) without verifying their signatures. */
import { decodeBase64 } from '../source/index.js';

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
export function isExample({ claims }: Jwt): boolean {
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
export function expiredOn({ claims }: Jwt, now: number | undefined): string | null {
  const { exp } = claims;
  if (typeof exp !== 'number' || now === undefined || exp >= now || exp < 0) return null;
  return new Date(exp * 1000).toISOString().slice(0, 10);
}
