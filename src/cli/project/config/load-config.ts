/** Loads a configuration file, and the files that it extends. */
import { dirname } from 'node:path';
import type { World } from '../../world/index.js';
import { checkSecrets } from '../../../secrets/index.js';
import type { Diagnostic, Source, Span } from '../../../source/index.js';
import { namedFormats } from '../../../render.js';
import { parseConfig } from '../../../syntax/index.js';
import type { ConfigShape } from '../../../syntax/index.js';
import { readInside } from '../read-flows.js';
import { noConfig, samplesOf } from './config.js';
import type { Config } from './config.js';
import { canonical, findBase } from './find-base.js';
import { mergeShapes, ownValues } from './merge-shapes.js';

interface Loaded {
  readonly config: Config;
  /** Mistakes in all of its files. After an error, the configuration is not to be applied. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A file of a configuration. */
interface Layer {
  /** Absolute. */
  readonly file: string;
  readonly source: Source;
  readonly shape: ConfigShape;
  /** The places that led here, the last one first. */
  readonly extendedAt: readonly Span[];
}

/** `file`: absolute. Secrets that are only notices are not reported. */
export function loadConfig(file: string, world: World): Loaded {
  const diagnostics: Diagnostic[] = [];
  const layers = readLayers(file, [], (found) => diagnostics.push(...found), world);
  const [own, ...bases] = layers;
  if (!own) return { config: noConfig(dirname(file)), diagnostics };
  const config: Config = {
    folder: dirname(file),
    path: own.source.path,
    shape: layers.map(({ shape }) => shape).reduceRight((base, above) => mergeShapes(above, base)),
    files: layers.map((layer) => layer.file),
    templates: layers.flatMap(({ shape }) => shape.templates ?? []).reverse(),
    words: layers
      .map(({ shape }) => shape.words ?? [])
      .reverse()
      .flat(),
    text: layers.map(({ source }) => source.text).join('\0'),
  };
  const samples = samplesOf(config);
  const secrets = layers.flatMap((layer) => inBase(checkSecrets(layer.source, { samples, isStrict: true }), layer));
  const misplaced = bases.flatMap((base) => inBase(ownValues(base.shape), base));
  const grave = secrets.filter(({ severity }) => severity !== 'info');
  return { config, diagnostics: [...diagnostics, ...misplaced, ...grave] };
}

/** The file and those that it extends, as far as they can be read. `trail`: the files that led here. */
function readLayers(
  file: string,
  trail: readonly Layer[],
  report: (diagnostics: readonly Diagnostic[]) => void,
  world: World,
): readonly Layer[] {
  const last = trail.at(-1);
  const extendedAt = [last?.shape.extends?.span ?? [], last?.extendedAt ?? []].flat();
  const read = readInside(file, world);
  if ('diagnostic' in read) {
    report(inBase([read.diagnostic], { extendedAt }));
    return trail;
  }
  const { shape, diagnostics } = parseConfig(read.source, namedFormats);
  const layer: Layer = { file: canonical(file, world), source: read.source, shape: shape ?? {}, extendedAt };
  const layers = [...trail, layer];
  report(inBase(diagnostics, layer));
  const base = layer.shape.extends && findBase(layer.shape.extends, layer.file, world);
  if (!base) return layers;
  const mistake = 'diagnostic' in base ? base.diagnostic : inCircle(layers, base.file);
  if (mistake) report(inBase([mistake], layer));
  return 'diagnostic' in base || mistake ? layers : readLayers(base.file, layers, report, world);
}

/** A file that extends itself, through others or at once. */
function inCircle(layers: readonly Layer[], next: string): Diagnostic | null {
  const circle = layers.slice(layers.findIndex(({ file }) => file === next));
  const [first, last] = [circle[0], circle.at(-1)];
  if (first?.file !== next || !last?.shape.extends) return null;
  return {
    code: 'no-cycles',
    severity: 'error',
    message: `configurations extend each other in a circle: ${[...circle, first].map(({ source }) => source.path).join(' → ')}`,
    span: last.shape.extends.span,
    hint: 'remove "extends" from one of them',
  };
}

/** Says which configuration led to the file with the mistake. */
const inBase = (diagnostics: readonly Diagnostic[], { extendedAt }: Pick<Layer, 'extendedAt'>): readonly Diagnostic[] =>
  diagnostics.map(({ related = [], ...diagnostic }) => ({
    ...diagnostic,
    ...(related.length + extendedAt.length > 0 && {
      related: [...related, ...extendedAt.map((span) => ({ message: 'extended here', span }))],
    }),
  }));
