/** Private keys: PEM (RFC 7468), OpenSSH, PGP (RFC 9580 §6.2), PuTTY, and PKCS #8 without its first line. */
import { isStandIn } from './random.js';
import type { Found } from './stretch.js';

export const findPrivateKeys = (text: string): readonly Found[] => [
  ...(text.includes('PRIVATE KEY') ? armoredKeys(text) : []),
  ...(text.includes('Private-Lines:') ? puttyKeys(text) : []),
  ...(text.includes('MI') || text.includes('MC4CAQ') ? bareKeys(text) : []),
];

const key = (start: number, end: number): Found => ({ start, end, type: 'a private key', kind: 'known' });

const begin = /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const endLine = /-----END (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;

/** An RSA key of 16384 bits has 12,700 characters in PEM; a break may be written as `\\n`. */
const LONGEST = 16_000;
/** The lines of a key without an end line, after the headers that PGP writes. */
const openArmor =
  /^(?:\\n|[\s>|#*]){0,40}(?:[A-Z][a-z]{2,20}: [^\n]{0,80}\n(?:[\s>|#*]){0,40}){0,4}((?:[ \t>|#*]{0,40}[A-Za-z0-9+/=]{16,100}(?:\r?\n|\\n))*[ \t>|#*]{0,40}[A-Za-z0-9+/=]{16,100})/;

function armoredKeys(text: string): readonly Found[] {
  const ends = [...text.matchAll(endLine)];
  let next = 0;
  return [...text.matchAll(begin)].flatMap(({ 0: line, index }) => {
    const body = index + line.length;
    while (next < ends.length && (ends[next]?.index ?? 0) < body) next += 1;
    const end = ends[next];
    if (end && end.index - body < LONGEST) {
      return isSketched(text.slice(body, end.index)) ? [] : [key(index, end.index + end[0].length)];
    }
    const rest = openArmor.exec(text.slice(body, body + LONGEST));
    return rest?.[1] !== undefined && !isSketched(rest[1]) ? [key(index, body + rest[0].trimEnd().length)] : [];
  });
}

/** Whether the lines between a key's first and last are missing, or replaced by dots or a placeholder. */
function isSketched(body: string): boolean {
  const lines = body.split(/\n|\\n|<br\s{0,3}\/?>/).map((line) => line.trim().replace(/^[>|#*\s]+/, ''));
  const letters = lines.filter((line) => /^[A-Za-z0-9+/=]+\\?$/.test(line)).join('');
  const isCut = lines.some((line) => /^(?:\.\.\.|…|<[^<>]+>|\$\{\w+\})$|(?:\.\.\.|…)$/.test(line));
  return letters === '' || (isCut && letters.length < 150) || (letters.length < 150 && isStandIn(letters));
}

/** https://the.earth.li/~sgtatham/putty/0.81/htmldoc/AppendixC.html */
const puttyKeys = (text: string): readonly Found[] =>
  [...text.matchAll(/^[ \t]*Private-Lines: \d{1,3}[ \t]*\r?\n((?:[ \t]*[A-Za-z0-9+/=]{16,64}\r?\n?){1,200})/gm)].map(
    ({ 0: whole, index }) => key(index, index + whole.trimEnd().length),
  );

/** How the DER of PKCS #8 and PKCS #1 begins, in base64, for RSA, P-256 and Ed25519. */
const bareKeys = (text: string): readonly Found[] =>
  [
    ...text.matchAll(
      /(?<![A-Za-z0-9+/])(?:MII[A-Za-z0-9+/]{3,5}IBADANBgkqhkiG9w0BAQEFAASC|MII[A-Za-z0-9+/]{2,4}IBAAKC|MIGHAgEAMBMGByqGSM49|MC4CAQAwBQYDK2VwBCIEI)[A-Za-z0-9+/=\r\n]{30,16000}/g,
    ),
  ].map(({ 0: whole, index }) => key(index, index + whole.trimEnd().length));
