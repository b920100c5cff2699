/** What becomes of every diagram of files: a table for each file, narrow enough for a terminal. */
import type { ImportedSources } from '../project/index.js';
import { count, formatTable } from '../terminal/index.js';
import type { Imported, ImportedFlow } from '../../import/index.js';
import { isError, positionAt } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';

const header = ['LINE', 'DIAGRAM', 'RESULT', 'MESSAGES', 'DARK PAGES', 'FLOW'] as const;

/** One line for each diagram: what becomes of it, and how well its own colours can be read on dark pages. */
export const describeImports = ({ imports }: ImportedSources): string =>
  [...imports]
    .map(([{ path }, imported]) => ({ path, rows: describeFile(imported) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ path, rows }) => `${path}\n${formatTable(header, rows)}`)
    .join('\n');

function describeFile({ flows, others, diagnostics }: Imported): readonly (readonly string[])[] {
  return [
    ...flows.map((flow) => [
      lineOf(flow),
      'sequence',
      resultOf(flow),
      String(flow.messages),
      contrastOf(flow),
      flow.name,
    ]),
    ...diagnostics.map((refused) => [lineOf(refused), 'sequence', isError(refused) ? 'failed' : 'empty', '', '', '']),
    ...others.map((other) => [lineOf(other), other.kind, other.isMade ? 'a block' : 'not read', '', '', '']),
  ].sort((one, other) => Number(one[0]) - Number(other[0]));
}

function lineOf({ span }: Pick<Diagnostic, 'span'>): string {
  return span ? String(positionAt(span.source, span.start).line) : '';
}

const resultOf = ({ report }: ImportedFlow): string => (report.length === 0 ? 'lossless' : 'with report');

const contrastOf = ({ darkContrast }: ImportedFlow): string =>
  darkContrast === null ? "host's" : `${darkContrast.toFixed(1)}:1`;

export function countImports({ imports }: ImportedSources): string {
  const all = [...imports.values()];
  const flows = all.flatMap((imported) => imported.flows);
  const lossless = flows.filter(({ report }) => report.length === 0).length;
  const failed = all.flatMap(({ diagnostics }) => diagnostics).filter(isError).length;
  const others = all.flatMap((imported) => imported.others).filter(({ isMade }) => !isMade).length;
  const unread = others === 0 ? '' : `; ${count(others, 'other diagram')} not read`;
  return `${lossless} lossless, ${flows.length - lossless} with report, ${failed} failed${unread}`;
}
