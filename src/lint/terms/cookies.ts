/** Reads Set-Cookie as a browser does (RFC 6265 §5.2). */

export interface Cookie {
  readonly name: string;
  /** Lower-case names; lower-case values, and '' for a flag. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Whether it deletes the cookie. */
  readonly isDeletion: boolean;
  /** Whether the author left attributes out: `sid=…; …`. */
  readonly isAbridged: boolean;
}

export function readCookie(text: string): Cookie {
  const [pair = '', ...rest] = text.split(';').map((part) => part.trim());
  const attributes = new Map(rest.map(readAttribute));
  const expires = Date.parse(attributes.get('expires') ?? '');
  return {
    name: pair.split('=', 1).join('').trimEnd(),
    attributes,
    // Deletions set an expiry in 1970; a session never expires in the last century.
    isDeletion: Number(attributes.get('max-age') ?? 1) <= 0 || expires < Date.UTC(2000, 0),
    isAbridged: rest.some((part) => /^(?:…|\.\.\.)$/.test(part)),
  };
}

function readAttribute(part: string): readonly [string, string] {
  const equals = part.indexOf('=');
  if (equals === -1) return [part.toLowerCase(), ''];
  return [
    part.slice(0, equals).trim().toLowerCase(),
    part
      .slice(equals + 1)
      .trim()
      .toLowerCase(),
  ];
}
