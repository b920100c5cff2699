/** Finds flows with the same id. */
import type { Diagnostic, Span } from '../../source/index.js';
import type { Compiled } from '../../compile.js';

/** Two flows with the same id would render to the same files, so neither is rendered. */
interface Doubles {
  readonly ids: ReadonlySet<string>;
  /** At the second flow of each id, if one of its flows is wanted. */
  readonly diagnostics: readonly (Diagnostic & { readonly span: Span })[];
}

/** Compiles the files whose ids are the same, because one with errors does not count. */
export function findDoubles<File, Judged extends Pick<Compiled, 'flow'>>(
  ids: ReadonlyMap<File, string | null>,
  { compile, isWanted }: { readonly compile: (file: File) => Judged; readonly isWanted: (compiled: Judged) => boolean },
): Doubles {
  const byId = new Map<string, File[]>();
  for (const [file, id] of ids) if (id !== null) byId.set(id, [...(byId.get(id) ?? []), file]);
  const diagnostics = [...byId].flatMap(([id, files]) => {
    if (files.length < 2) return [];
    const whole = files.map(compile).filter(({ flow }) => flow?.id === id);
    const [first, second] = whole.map(({ flow }) => flow?.span);
    return first && second ? [{ id, isReported: whole.some(isWanted), diagnostic: doubleId(id, first, second) }] : [];
  });
  return {
    ids: new Set(diagnostics.map(({ id }) => id)),
    diagnostics: diagnostics.flatMap(({ isReported, diagnostic }) => (isReported ? [diagnostic] : [])),
  };
}

const doubleId = (id: string, first: Span, second: Span) =>
  ({
    code: 'unique-flow-ids',
    severity: 'error',
    message: `another flow already has the id ${JSON.stringify(id)}`,
    span: second,
    hint: 'the id names the files in the output folder: change it',
    related: [{ message: 'first used here', span: first }],
  }) as const;
