/**
 * Finds the messages that may destroy a participant: Mermaid draws its end once, and nothing of it below. So it ends with the
 * last step that names it; where it ends in several branches, the others say so in a note.
 */
import { flatSteps, lifelinesOf } from '../model/index.js';
import type { Script, ScriptMessage } from '../model/index.js';
import type { Report } from '../source/index.js';

/** The mark of an end that Mermaid can't draw. */
export const endMark = '×';

/** The messages after which no step names the participant that they destroy. */
export type Endings = ReadonlySet<ScriptMessage>;

export function findEndings({ steps }: Script, report: Report): Endings {
  const endings = new Set<ScriptMessage>();
  const reported = new Set<string>();
  const later = new Set<string>();
  for (const step of [...flatSteps(steps)].reverse()) {
    if (step.kind === 'message' && step.destroy !== '') {
      if (!later.has(step.destroy)) endings.add(step);
      else {
        if (!reported.has(step.destroy)) report(endsOnce(step));
        reported.add(step.destroy);
      }
    }
    for (const id of lifelinesOf(step)) later.add(id);
  }
  return endings;
}

const endsOnce = ({ destroy, span }: ScriptMessage) =>
  ({
    code: 'mermaid-destroy',
    severity: 'info',
    message: `Mermaid draws the end of participant "${destroy}" only with its last message; a note "${endMark}" says where else it ends`,
    span,
  }) as const;
