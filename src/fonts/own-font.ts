/** A font of the user's own. */
import { createHash } from 'node:crypto';
import { coverageOf } from './coverage.js';
import type { Coverage } from './coverage.js';
import { readTables } from './sfnt.js';

export interface OwnFont {
  /** `Inter`: what themes call it. */
  readonly family: string;
  readonly content: Buffer;
  /** Of its bytes. */
  readonly hash: string;
  readonly covers: Coverage;
}

/**
 * @param content TrueType, OpenType or WOFF2
 * @throws RangeError for what is none of them, with the reason
 */
export function openOwnFont(content: Buffer): OwnFont {
  if (content.toString('latin1', 0, 4) === 'ttcf')
    throw new RangeError('it is a collection (TTC), and a file with a single font is needed');
  const tables = tablesOf(content);
  const [names, hasLetters] = [tables?.get('name'), tables?.has('cmap') ?? false];
  const family = names && hasLetters ? familyIn(names) : '';
  if (family === '') throw new RangeError('it is no font: TrueType (.ttf), OpenType (.otf) and WOFF2 can be used');
  return {
    family,
    content,
    hash: createHash('sha256').update(content).digest('hex').slice(0, 16),
    covers: coverageOf(content),
  };
}

function tablesOf(content: Buffer): ReturnType<typeof readTables> | null {
  try {
    return readTables(content);
  } catch {
    // Of a damaged one, Node and zlib say which byte they stumbled over, which helps nobody.
    return null;
  }
}

/** OpenType 1.9, "name": the typographic family (16) before the family (1), which may have the style in it. */
function familyIn(table: Buffer): string {
  const [count, strings] = [table.readUInt16BE(2), table.readUInt16BE(4)];
  const names = Array.from({ length: count }, (_, index) => {
    const record = 6 + 12 * index;
    const [platform, id] = [table.readUInt16BE(record), table.readUInt16BE(record + 6)];
    const start = strings + table.readUInt16BE(record + 10);
    return { platform, id, bytes: table.subarray(start, start + table.readUInt16BE(record + 8)) };
  });
  for (const id of [16, 1]) {
    for (const platform of [3, 0, 1]) {
      const found = names.find((name) => name.id === id && name.platform === platform);
      if (found) return textIn(found.bytes, platform).trim();
    }
  }
  return '';
}

/** Unicode and Windows (3) write UTF-16, the Macintosh (1) a byte per letter. */
const textIn = (bytes: Buffer, platform: number): string =>
  platform === 1
    ? bytes.toString('latin1')
    : Buffer.from(bytes.subarray(0, bytes.length & ~1))
        .swap16()
        .toString('utf16le');
