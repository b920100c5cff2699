/** Reports badges that Mermaid can't draw. */
import { flatSteps } from '../model/index.js';
import type { Flow, Numbering } from '../model/index.js';
import type { Report } from '../source/index.js';

/** Makes one report for the whole flow. */
export function checkNumbering({ numbering, steps }: Flow, report: Report): void {
  const changes = [...flatSteps(steps)].flatMap((step) => (step.kind === 'numbering' ? [step.numbering] : []));
  if (![numbering, ...changes].some(asksForBadges)) return;
  report({
    code: 'mermaid-numbering',
    severity: 'info',
    message: "Mermaid's badges can't number by phase: the numbers are written before the texts",
    hint: 'write numbering: { show: label, by: phase }',
  });
}

const asksForBadges = ({ badge, byPhase }: Numbering): boolean => badge && byPhase;
