/** A flow's own colours and zones, against the theme: the one place that can name their place in the file. */
import { nearestOf, type Report } from '../diagnostic.js';
import type { BoxRun, Flow, Step } from '../model/flow.js';
import type { Text } from '../text.js';
import { parseColor } from './color.js';
import type { Theme } from './theme.js';

/** What is no colour or no zone is drawn in the theme's colour; this says so. */
export function checkColors({ boxes, steps }: Flow, { zones }: Theme, report: Report): void {
  for (const box of firstRuns(boxes)) {
    checkColor(box.color, report);
    if (box.zone !== '' && !zones.has(box.zone)) report(unknownZone(box, [...zones.keys()]));
  }
  for (const color of regionColors(steps)) checkColor(color, report);
}

/** A box can be drawn in several runs; one message is enough. */
const firstRuns = (boxes: readonly BoxRun[]): readonly BoxRun[] =>
  boxes.filter(({ id }, index) => boxes.findIndex((other) => other.id === id) === index);

function regionColors(steps: readonly Step[]): readonly (Text | null)[] {
  return steps.flatMap((step) => {
    if (step.kind === 'fragment') return step.branches.flatMap((branch) => regionColors(branch.steps));
    return step.kind === 'highlight' ? [step.color, ...regionColors(step.steps)] : [];
  });
}

function checkColor(color: Text | null, report: Report): void {
  if (color === null || parseColor(color.plain)) return;
  report({
    code: 'known-colors',
    severity: 'error',
    message: `${JSON.stringify(color.plain)} is not a colour`,
    span: color.span,
    hint: 'expected #6d28d9, rgb(109,40,217), rgba(109,40,217,0.3), hsl(262,70%,50%) or a CSS name',
  });
}

const unknownZone = ({ zone, zoneSpan }: BoxRun, known: readonly string[]) =>
  ({
    code: 'known-zones',
    severity: 'error',
    message: `unknown trust zone ${JSON.stringify(zone)}`,
    span: zoneSpan ?? undefined,
    hint: nearestOf(zone, 'zones', known),
  }) as const;
