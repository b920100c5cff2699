/** Reads the ids of all flows before any is compiled: they name files, so they must differ, and say whose files are whose. */
import type { ReadSource } from '../../resolve/index.js';
import type { Source, Span } from '../../source/index.js';
import { resolveSource } from '../../resolved.js';
import type { SourceOptions } from '../../resolved.js';

/** A key in the first column is a key of the outermost mapping: YAML indents all that is inside of a value. */
const idLines = /^id:.*$/gm;
const plainId = /^id:[ \t]+([a-z][a-z0-9-]*)[ \t]*(?:[ \t]#.*)?\r?$/;

type ReadOptions = SourceOptions & { readonly readSource: ReadSource };

/** The id of the flow, which may be that of its base; null where it can't be read. Without mistakes, it is the compiled flow's. */
export function readId(source: Source, options: ReadOptions): string | null {
  const [line = '', ...others] = source.text.match(idLines) ?? [];
  const id = others.length === 0 ? plainId.exec(line)?.[1] : undefined;
  return id ?? resolveSource(source, options).shape?.id?.value ?? null;
}

/** The place of the id, or the beginning of a flow that has none. */
export const placeOfId = (source: Source, options: ReadOptions): Span =>
  resolveSource(source, options).shape?.id?.span ?? { source, start: 0, end: 0 };
