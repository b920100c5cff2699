/** Decides which diagrams of a page a block replaces, and says of the others why they stay. */
import { replaceDiagrams } from '../embed/index.js';
import type { PlacedFlow } from '../embed/index.js';
import type { OptionValues } from '../grammar/index.js';
import type { Progress } from '../terminal/index.js';
import type { World } from '../world/index.js';
import { documentKind } from '../../docs/index.js';
import type { ImportedFlow } from '../../import/index.js';
import type { Diagnostic, Source } from '../../source/index.js';

interface ReplacedInPage {
  readonly diagnostics: readonly Diagnostic[];
  readonly isReplaced: boolean;
}

/** What a flow can't say whole stays in its page as it is, and so does what a block would frame differently. */
export async function replaceInPage(
  page: Source,
  placed: readonly PlacedFlow[],
  { force }: OptionValues,
  progress: Progress,
  world: World,
): Promise<ReplacedInPage> {
  const kind = documentKind(page.path);
  if (kind === null) return { diagnostics: [], isReplaced: false };
  const isForced = force === true && kind !== 'asciidoc';
  const reasons = new Map(placed.map((flow) => [flow, isForced ? null : reasonToKeep(flow.imported)]));
  const whole = placed.filter((flow) => reasons.get(flow) === null);
  const kept = placed.flatMap((flow) => reasons.get(flow) ?? []);
  if (whole.length === 0) return { diagnostics: kept, isReplaced: false };
  const { diagnostics, line } = await replaceDiagrams(page, whole, world);
  if (line !== null) progress.line(line);
  return { diagnostics: [...kept, ...diagnostics], isReplaced: line !== null };
}

function reasonToKeep({ frame, report, notices, name, span }: ImportedFlow): Diagnostic | null {
  const keep = (reason: string, hint: string): Diagnostic => {
    const message = `not replaced in its page: ${reason}`;
    return { code: 'whole-diagrams', severity: 'warning', message, span: { ...span, end: span.start }, hint };
  };
  if (frame === null)
    return keep(
      'it is in a tag, not in a fenced block',
      'authflow writes no tags; in Markdown, --force replaces it anyway',
    );
  if (!frame.isNamed)
    return keep(
      'its fence names no language',
      documentKind(span.source.path) === 'asciidoc'
        ? 'name it, and import it again'
        : '--force makes it a "```mermaid" block',
    );
  if (frame.hasOptions)
    return keep('the options of its block would be lost', 'in Markdown, --force replaces it anyway');
  if (report.length + notices.length > 0)
    return keep(`${name}.yaml does not express all of it`, 'see the losses above; --force replaces it anyway');
  return null;
}
