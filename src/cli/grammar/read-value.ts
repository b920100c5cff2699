/** Reads the values of options. For an invalid value throws a {@link UsageError} that lists the valid ones. */
import { papers, readPaper } from '../../model/index.js';
import { slideFormats } from '../../outputs/index.js';
import type { SlideFormat } from '../../outputs/index.js';
import { namedFormats, outputOf } from '../../render.js';
import type { Format } from '../../render.js';
import { nearestOf } from '../../source/index.js';
import type { Limits } from '../../syntax/index.js';
import { UsageError } from '../world/index.js';

/** Reads a comma-separated list, and appends it to earlier uses of the option. */
export function readNames(
  list: string,
  previous: readonly string[] = [],
  kind = '',
  known: readonly string[] | null = null,
): readonly string[] {
  const names = list.split(',').map((name) => name.trim());
  for (const name of names)
    if (known && !known.includes(name)) throw new UsageError(`${nearestOf(name, kind, known)}.`);
  return [...previous, ...names];
}

const formatNames: ReadonlyMap<string, Format> = new Map(
  namedFormats.flatMap((format) => [format, ...(outputOf(format).aliases ?? [])].map((name) => [name, format])),
);

/** `mermaid, text …` */
export const formatList = namedFormats.join(', ');

/** Reads a list without duplicates, and appends it to earlier uses of the option. */
export function readFormats(list: string, previous: readonly Format[] = []): readonly Format[] {
  const read = list.split(',').map((written) => {
    const name = written.trim().toLowerCase();
    const format = formatNames.get(name);
    if (format) return format;
    const aliases = [...formatNames.keys()].filter((known) => !namedFormats.some((each) => each === known));
    throw new UsageError(`${nearestOf(name, 'formats', [...namedFormats, ...aliases])}.`);
  });
  return [...new Set([...previous, ...read])];
}

/** The same for slides. */
export function readSlideFormats(list: string, previous: readonly SlideFormat[] = []): readonly SlideFormat[] {
  const read = list.split(',').map((written) => {
    const name = written.trim().toLowerCase();
    const format = slideFormats.find((known) => known === name);
    if (format) return format;
    throw new UsageError(`${nearestOf(name, 'formats', slideFormats)}.`);
  });
  return [...new Set([...previous, ...read])];
}

/** A size in pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

const fits: Readonly<Record<string, Size>> = {
  '16:9': { width: 2560, height: 1440 },
  '4:3': { width: 1920, height: 1440 },
};

export function readFit(text: string): Size {
  const [, width, height] = /^(\d+)x(\d+)$/i.exec(text) ?? [];
  const side = (pixels: string): number => readNumber(pixels, { minimum: 320, maximum: 8192, whole: true });
  if (width !== undefined && height !== undefined) return { width: side(width), height: side(height) };
  const known = fits[text];
  if (known) return known;
  throw new UsageError(`write 16:9, 4:3 or pixels, as in 1920x1080.`);
}

/** Paper, as it is written. */
export function readPaperName(text: string): string {
  if (readPaper(text)) return text;
  throw new UsageError(
    `write ${Object.keys(papers).join(', ')} or the area that a picture may take, of at least 50x50mm, as in 160x230mm.`,
  );
}

const limitNames = ['size', 'nodes', 'depth'] as const satisfies readonly (keyof Limits)[];

export function readLimit(text: string): Partial<Limits> {
  const [[name, value] = ['', '']] = Object.entries(readAssignment(text));
  const known = limitNames.find((limit) => limit === name);
  if (known) return { [known]: readNumber(value, { minimum: 1, maximum: 1_000_000_000, whole: true }) };
  throw new UsageError(`${nearestOf(name, 'limits', limitNames)}.`);
}

/** A part of the flows: `2/4`. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly total: number;
}

const MOST_SHARDS = 1000;

export function readShard(text: string): Shard {
  const [number = NaN, total = NaN] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text)?.slice(1) ?? []).map(Number);
  if (number >= 1 && number <= total && total <= MOST_SHARDS) return { number, total };
  throw new UsageError(
    `write the number of this shard and of all shards, from 1/1 to ${MOST_SHARDS}/${MOST_SHARDS}: 2/4.`,
  );
}

export function readAssignment(text: string): Readonly<Record<string, string>> {
  const equals = text.indexOf('=');
  if (equals < 1) throw new UsageError('write NAME=VALUE.');
  return { [text.slice(0, equals)]: text.slice(equals + 1) };
}

interface NumberLimits {
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
}

export function readNumber(text: string, { minimum, maximum, whole }: NumberLimits): number {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (number >= minimum && number <= maximum && (!whole || Number.isInteger(number))) return number;
  throw new UsageError(`it must be a ${whole ? 'whole ' : ''}number from ${minimum} to ${maximum}.`);
}
