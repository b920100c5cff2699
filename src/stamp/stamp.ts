/** Stamps a picture with hashes of its source, so that `check` can tell without a browser whether it is current. */
import { createHash } from 'node:crypto';
import { PICTURE_DEFAULTS } from './picture-request.js';
import { drawingOfPdf, readPdfStamp, writePdfStamp } from './pdf-info.js';
import { readPngStamp, writePngStamp } from './png-text.js';
import { readSvgStamp, writeSvgStamp } from './svg-metadata.js';
import type { PictureRequest, PictureFormat } from './picture-request.js';

export interface Stamp {
  /** What drew it: authflow itself, or Mermaid. */
  readonly renderer: 'native' | 'mermaid';
  /** Hash of the Mermaid that was drawn; of a native picture, of the picture itself, without its stamp and embedded fonts. */
  readonly source: string;
  /** Hash of the options that decide how it was drawn; an option that was not given counts as its default. */
  readonly options: string;
  /** Version of authflow. */
  readonly authflow: string;
  /** Version of the Mermaid that drew it; null where none is installed, so that it is unknown, and in a native picture. */
  readonly mermaid: string | null;
  /** Version of the font that drew the emoji of a native PNG or PDF; null without emoji, and where it is not installed. */
  readonly emoji: string | null;
}

/** The versions of the tools that make a picture. */
export type StampVersions = Pick<Stamp, 'authflow' | 'mermaid' | 'emoji'>;

/** The options that change a picture, by format; the format ignores the others. */
const effective = {
  svg: ['background', 'width', 'embedFonts'],
  png: ['background', 'width', 'scale'],
  pdf: ['background'],
} as const satisfies Record<PictureFormat, readonly (keyof PictureRequest)[]>;

export function makeStamp(
  request: PictureRequest,
  { authflow, mermaid: version }: Omit<StampVersions, 'emoji'>,
): Stamp {
  const { id, mermaid, format, lang, fontFamily, mermaidConfig = {} } = request;
  const options = [
    ...effective[format].map((name) => [name, request[name] ?? defaults[name] ?? null]),
    // So that the stamps of pictures without them are those of earlier releases.
    ...Object.entries({ lang, fontFamily }).filter(([, value]) => value !== undefined),
  ];
  return {
    renderer: 'mermaid',
    source: hash(mermaid.replaceAll('\r\n', '\n')),
    options: hash(canonical([id, format, options, mermaidConfig])),
    ...{ authflow, mermaid: version, emoji: null },
  };
}

const defaults: Partial<PictureRequest> = PICTURE_DEFAULTS;

/**
 * For a picture that authflow has drawn itself.
 *
 * @param svg what it shows, without embedded fonts
 * @param options how, where the SVG does not say it
 */
export const makeNativeStamp = (
  svg: string,
  options: Readonly<Record<string, unknown>>,
  { authflow, emoji = null }: { readonly authflow: string; readonly emoji?: string | null },
): Stamp => ({
  ...{ renderer: 'native', source: hash(svg), authflow, mermaid: null, emoji },
  options: hash(canonical(['native', options])),
});

/**
 * Compares a picture's stamp with the expected one: `stale` where renderer, source or options differ, `other-tool`
 * where only a version does. An unknown version of Mermaid equals every other. The source of a native picture says
 * everything but the font of its emoji, which a machine that only compares need not have.
 */
export function compareStamps(found: Stamp, wanted: Stamp): 'same' | 'other-tool' | 'stale' {
  if (found.renderer !== wanted.renderer || found.source !== wanted.source || found.options !== wanted.options)
    return 'stale';
  if (found.renderer === 'native') return [null, found.emoji].includes(wanted.emoji) ? 'same' : 'other-tool';
  const isSameMermaid = found.mermaid === null || wanted.mermaid === null || found.mermaid === wanted.mermaid;
  return found.authflow === wanted.authflow && isSameMermaid ? 'same' : 'other-tool';
}

const codecs = {
  svg: { write: writeSvgStamp, read: readSvgStamp },
  png: { write: writePngStamp, read: readPngStamp },
  pdf: { write: writePdfStamp, read: readPdfStamp },
} as const satisfies Record<PictureFormat, object>;

/** The picture with its stamp: in an SVG's `<metadata>`, a PNG's `tEXt` chunk, a PDF's keywords. */
export function stampPicture(format: PictureFormat, picture: Uint8Array, stamp: Stamp): Uint8Array {
  return codecs[format].write(picture, printStamp(stamp));
}

/**
 * Whether a file holds exactly this native picture, however its lines end, and whichever version wrote it.
 *
 * @param wanted with its stamp
 */
export const isSamePicture = (found: Uint8Array, wanted: string): boolean =>
  withoutVersion(new TextDecoder().decode(found).replaceAll('\r\n', '\n')) === withoutVersion(wanted);

/** Whether two PDFs draw the same, byte by byte, whatever their stamps say. */
export const isSamePdf = (one: Uint8Array, other: Uint8Array): boolean => drawingOfPdf(one) === drawingOfPdf(other);

/** Text in an SVG has no `<`, so that no label can imitate a stamp. */
const withoutVersion = (svg: string): string => svg.replace(/<metadata>authflow\/\S+/, '<metadata>');

/** Null for a picture without a stamp, and for a file of another format. */
export function readStamp(format: PictureFormat, picture: Uint8Array): Stamp | null {
  const text = codecs[format].read(picture);
  return text === null ? null : parseStamp(text);
}

/**
 * `authflow/0.1.0 mermaid/11.17.2 source/… options/…`, or `authflow/0.1.0 native source/… options/…`, with a version after
 * `native/` where a font drew emoji: characters that XML, Latin-1 and PDF strings take unescaped.
 */
function printStamp({ renderer, source, options, authflow, mermaid, emoji }: Stamp): string {
  const native = emoji === null ? 'native' : `native/${emoji}`;
  const tool = renderer === 'native' ? native : `mermaid/${mermaid ?? '-'}`;
  return `authflow/${authflow} ${tool} source/${source} options/${options}`;
}

function parseStamp(text: string): Stamp | null {
  const [, authflow, emoji = null, mermaid, source, options] =
    /^authflow\/(\S+) (?:native(?:\/(\S+))?|mermaid\/(\S+)) source\/(\w+) options\/(\w+)$/.exec(text.trim()) ?? [];
  if (authflow === undefined || source === undefined || options === undefined) return null;
  const renderer = mermaid === undefined ? 'native' : 'mermaid';
  return { renderer, source, options, authflow, mermaid: mermaid === '-' ? null : (mermaid ?? null), emoji };
}

/** 64 bits are enough to tell two states of one file apart; the hash need not resist an attacker. */
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** JSON with sorted keys, so that their order does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
