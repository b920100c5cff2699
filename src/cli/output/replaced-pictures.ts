/** After a flow was renamed, its old pictures are deleted: tells which new ones are missing, because nothing else expects them. */
import { join } from 'node:path';
import { bytesFormats, outputOf } from '../../render.js';
import type { BytesFormat, Format } from '../../render.js';
import type { Diagnostic } from '../../source/index.js';
import { quoteWord } from '../grammar/index.js';
import { displayPath } from '../project/index.js';
import type { CompiledFlow } from '../project/index.js';
import { isThere } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Manifest } from './manifest.js';
import { formatOf, idOf } from './orphans.js';

interface Pruned {
  /** Absolute. */
  readonly folder: string;
  /** The paths in it that were deleted. */
  readonly removed: readonly string[];
  /** Before the run, and before its end. */
  readonly before: Manifest;
  readonly manifest: Manifest;
}

/** Warns of each format that a flow which took the place of another one does not have. */
export function reportReplaced(
  flows: readonly CompiledFlow[],
  { folder, removed, before, manifest }: Pruned,
  world: World,
): readonly Diagnostic[] {
  const gone = new Map<string, Map<BytesFormat, string>>();
  for (const path of removed) {
    const id = idOf(path);
    const format = bytesFormats.find((each) => each === formatOf(path.slice(id.length)));
    if (format === undefined) continue;
    const formats = gone.get(id) ?? new Map<BytesFormat, string>();
    gone.set(id, formats.set(format, shorterOf(path, formats.get(format))));
  }
  return [...gone].flatMap(([id, formats]) => {
    const alike = flows.filter(({ flow }) => hasSameText(id, flow.id, manifest));
    // Who renames a flow may change its title, too.
    const heirs = alike.length > 0 ? alike : flows.filter(({ flow }) => flow.id !== id && isNew(flow.id, before));
    return heirs.flatMap((heir) =>
      [...formats].flatMap(([format, path]): Diagnostic[] => {
        const suffix = path.slice(id.length);
        const file = join(folder, heir.flow.id + suffix);
        return isThere(file, world) ? [] : [missing(heir, format, { file, former: join(folder, path) }, world)];
      }),
    );
  });
}

/** The deck of slides, and of pictures the one for light pages, stand for the others. */
const shorterOf = (path: string, other = path): string => (path.length < other.length ? path : other);

const isNew = (id: string, before: Manifest): boolean => ![...before.keys()].some((path) => idOf(path) === id);

const isText = (format: Format): boolean => outputOf(format).content === 'text';

/** Mermaid and text diagrams do not show the id, but pictures have it in their ids. */
function hasSameText(old: string, id: string, manifest: Manifest): boolean {
  if (old === id) return false;
  const pairs = [...manifest].flatMap(([path, lines]) => {
    const format = formatOf(path.slice(old.length));
    const others =
      idOf(path) === old && format !== null && isText(format) ? manifest.get(id + path.slice(old.length)) : undefined;
    return others ? [{ lines, others }] : [];
  });
  const isSame = ({ lines, others }: (typeof pairs)[number]) =>
    others.some(({ content }) => lines.some((line) => line.content === content));
  return pairs.length > 0 && pairs.every(isSame);
}

interface Files {
  readonly file: string;
  readonly former: string;
}

function missing(
  { flow, source }: CompiledFlow,
  format: BytesFormat,
  { file, former }: Files,
  world: World,
): Diagnostic {
  const command = format === 'slides' ? 'slides' : 'render';
  const words = ['authflow', command, quoteWord(source.path), ...(format === 'slides' ? [] : ['--format', format])];
  return {
    code: 'replaced-pictures',
    severity: 'warning',
    message: `${displayPath(file, world)} is missing, and ${displayPath(former, world)} was deleted`,
    span: flow.span,
    hint: `make it with: ${words.join(' ')}`,
  };
}
