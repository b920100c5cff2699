/** Reports what Mermaid has no statement for, and what is drawn in its place: each kind once. */
import { flatSteps, looseEnd } from '../model/index.js';
import type { Script, ScriptStep } from '../model/index.js';
import type { Report } from '../source/index.js';

/** By the name of what is missing. */
const substitutes: Readonly<Record<string, string>> = {
  delay: 'Mermaid has no delays: they are drawn as notes',
  ref: 'Mermaid has no references to other flows: they are drawn as notes',
  outside: 'Mermaid has no messages from or to nowhere: they have a participant “●” at the edge',
  group: 'Mermaid has no groups: they are drawn as regions, with their label as a note',
};

/** Phases are notes too, as their documentation says. */
export function reportSubstitutes({ steps }: Script, report: Report): void {
  const seen = new Set<string>();
  for (const step of flatSteps(steps)) {
    const name = missingFor(step);
    const message = substitutes[name];
    if (message === undefined || seen.has(name) || !('span' in step)) continue;
    seen.add(name);
    report({ code: 'mermaid-substitute', severity: 'info', message, span: step.span });
  }
}

function missingFor(step: ScriptStep): string {
  if (step.kind === 'message') return looseEnd(step) ? 'outside' : '';
  return step.kind === 'fragment' ? step.type : step.kind;
}
