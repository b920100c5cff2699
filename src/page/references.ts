/** Lists the other flows that a flow refers to. */
import { flatSteps } from '../model/index.js';
import type { Flow } from '../model/index.js';
import type { Dialect } from './dialect.js';
import { readPlain } from './inline.js';
import type { InlinePiece } from './inline.js';

/**
 * Each flow once, by the words of its first reference.
 *
 * @param folder the path to the pages of other flows: '', or a path that ends in a slash; null where they can't be linked
 */
export function referencesIn(
  { steps }: Pick<Flow, 'steps'>,
  folder: string | null,
  dialect: Dialect,
): readonly string[] {
  const flows = new Map<string, string>();
  for (const step of flatSteps(steps)) {
    if (step.kind !== 'ref' || flows.has(step.flow)) continue;
    const isLinked = step.hasPage && folder !== null;
    const link: InlinePiece = { kind: 'link', text: step.text.plain, url: `${folder ?? ''}${step.flow}.md` };
    flows.set(step.flow, dialect.paragraph(isLinked ? [link] : readPlain(step.text)));
  }
  return [...flows.values()];
}
