/** Reads a zip file (PKWARE's APPNOTE, 4.3), and believes no size that it says. */
import { Inflate, strFromU8 } from 'fflate';

/** A text for a diagnostic. */
export class PackageProblem extends Error {}

const limits = { entries: 10_000, bytes: 256 * 1024 * 1024 } as const;

const MEGABYTE = 1024 * 1024;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * The files, without folders.
 *
 * @throws PackageProblem for what is none, is encrypted, or becomes too large
 */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = new Map<string, Uint8Array>();
  let room: number = limits.bytes;
  try {
    for (const entry of entriesOf(bytes, view)) {
      if (entry.name.endsWith('/')) continue;
      if ((entry.flags & 1) !== 0) throw new PackageProblem('it is encrypted');
      const content = contentOf(entry, bytes, view, room);
      room -= content.length;
      files.set(entry.name, content);
    }
  } catch (error) {
    if (error instanceof PackageProblem) throw error;
    throw new PackageProblem('its zip file is damaged');
  }
  return files;
}

const signatures = { local: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 } as const;
/** The longest comment behind the end of the directory. */
const COMMENT = 0xffff;
const END = 22;

function endOf(view: DataView): number {
  const least = Math.max(0, view.byteLength - END - COMMENT);
  for (let at = view.byteLength - END; at >= least; at--) if (view.getUint32(at, true) === signatures.end) return at;
  throw new PackageProblem('it is no zip file, as every PowerPoint file is');
}

function entriesOf(bytes: Uint8Array, view: DataView): readonly Entry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new PackageProblem(`it has more than ${limits.entries} parts`);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== signatures.entry) throw new PackageProblem('its zip file is damaged');
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number];
    entries.push({
      name: strFromU8(bytes.subarray(at + 46, at + 46 + lengths[0])),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return entries;
}

/** So much is unpacked at a time: at most a thousand times as much comes out. */
const SLICE = 4096;

function contentOf(
  { method, packed, size, at, name }: Entry,
  bytes: Uint8Array,
  view: DataView,
  room: number,
): Uint8Array {
  if (size > room) throw tooLarge();
  if (view.getUint32(at, true) !== signatures.local) throw new PackageProblem('its zip file is damaged');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > bytes.length) throw new PackageProblem('its zip file is damaged');
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data;
  if (method !== 8) throw new PackageProblem(`its part ${name} is packed in an unusual way`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length > room) throw tooLarge();
    chunks.push(chunk);
  });
  for (let from = 0; from < data.length; from += SLICE)
    inflate.push(data.subarray(from, from + SLICE), from + SLICE >= data.length);
  const content = new Uint8Array(length);
  let to = 0;
  for (const chunk of chunks) {
    content.set(chunk, to);
    to += chunk.length;
  }
  return content;
}

const tooLarge = (): PackageProblem =>
  new PackageProblem(`it is more than ${limits.bytes / MEGABYTE} MB when it is unpacked`);
