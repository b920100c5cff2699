/** Cites a part of authflow's own manual, in the markup of the document. */
import type { World } from '../world/index.js';
import { citationMistake } from '../../docs/index.js';
import type { Citation, ManualPart } from '../../docs/index.js';
import { asciidocDialect, markdownDialect, tableView } from '../../page/index.js';
import { textOf } from '../../source/index.js';
import type { Report } from '../../source/index.js';
import type { Design } from '../../design.js';
import { steadyMarkdown } from '../../outputs/index.js';

interface ManualPlace {
  readonly isAsciidoc: boolean;
  readonly design: Design;
  readonly report: Report;
  readonly world: World;
}

/** Null, with a diagnostic, where the manual has no such topic. */
export function citeManual(
  citation: Citation,
  topic: string,
  { isAsciidoc, design, report, world: { manual } }: ManualPlace,
): ManualPart | null {
  const found = manual.read(topic);
  const message = `authflow's manual has no ${JSON.stringify(topic)}`;
  if (!found) report(citationMistake(citation, 'help', message, { value: topic, kind: 'parts', known: manual.topics }));
  if (found?.kind !== 'table') return found;
  const [columns = [], ...rows] = found.rows.map((row) => row.map((cell) => textOf(cell)));
  const dialect = isAsciidoc ? asciidocDialect(citation.block) : markdownDialect;
  const text = design.templates.render(`${dialect.folder}/table`, tableView({ columns, rows }, dialect));
  return { kind: 'markup', text: isAsciidoc ? text : steadyMarkdown(text) };
}
