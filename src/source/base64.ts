/** Decodes base64 and base64url (RFC 4648), in Node and in browsers. */

/** As lenient as Node: what is no letter of either is skipped, and padding may be missing; it ends at the first padding. */
export function decodeBase64(text: string): Uint8Array {
  const [letters = ''] = text.replaceAll('-', '+').replaceAll('_', '/').split('=');
  const known = letters.replace(/[^A-Za-z\d+/]/g, '');
  // A single letter is less than a byte.
  const whole = known.length % 4 === 1 ? known.slice(0, -1) : known;
  return Uint8Array.from(atob(whole), (letter) => letter.charCodeAt(0));
}
