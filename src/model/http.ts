/** HTTP requests and responses, as a message carries them. */
import type { Span, Text } from '../source/index.js';

export interface Field {
  readonly name: string;
  /** More than one for a repeated parameter (RFC 8707 `resource`). */
  readonly values: readonly Text[];
  readonly span: Span;
}

export interface Request {
  /** Upper case: GET, POST … */
  readonly method: string;
  /** Absolute, or as written where no base is known; without the query of `query`. */
  readonly url: Text | null;
  /** The path part as diagrams show it; '' where there is no URL. */
  readonly path: string;
  readonly query: readonly Field[];
  readonly headers: readonly Field[];
  /** The application/x-www-form-urlencoded body. */
  readonly form: readonly Field[];
  readonly json: Json | null;
  readonly tls: { readonly clientCert: boolean; readonly bindOnly: boolean };
}

export interface Response {
  /** 100 to 599, or null where only the body is known. */
  readonly status: number | null;
  readonly headers: readonly Field[];
  /** Where a redirect goes, without `params`. */
  readonly location: Text | null;
  /** Query or fragment parameters of `location`. */
  readonly params: readonly Field[];
  readonly json: Json | null;
}

export interface SamlData {
  readonly id: Text | null;
  readonly inResponseTo: Text | null;
  readonly signed: boolean | null;
  readonly audience: Text | null;
  readonly recipient: Text | null;
  readonly notOnOrAfter: Text | null;
}

/** A JSON value whose strings are texts; members keep their order. Numbers and other scalars are as written. */
export type Json =
  | { readonly kind: 'object'; readonly members: readonly { readonly name: string; readonly value: Json }[] }
  | { readonly kind: 'array'; readonly items: readonly Json[] }
  | { readonly kind: 'string'; readonly text: Text }
  | { readonly kind: 'literal'; readonly value: number | boolean | null; readonly text: Text };

/** The status that a message's text starts with: `401 Unauthorized`. */
export function statusIn(text: Text): number | null {
  const match = /^([1-5]\d\d)(?!\w)/.exec(text.plain);
  return match ? Number(match[1]) : null;
}
