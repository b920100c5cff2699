/** Puts statements on the colours of their tones, where the flow asks for that. */
import type { ScriptStep, Tone } from '../model/index.js';
import { toneColor } from '../theme/index.js';
import type { MermaidContext } from './context.js';
import type { HighlightView, StepView } from './mermaid-view.js';

/** The tone of a message or a note. Regions and branches are coloured as a whole. */
export const toneOf = (step: ScriptStep): Tone | null =>
  step.kind === 'message' || step.kind === 'note' ? step.tone : null;

export const onTone = <View extends StepView>(
  view: View,
  tone: Tone | null,
  context: MermaidContext,
): View | HighlightView => (isColoured(tone, context) ? regionOf([view], tone, context) : view);

/** The steps of a branch; a region without steps would be an empty frame. */
export const onBranchTone = (
  steps: readonly StepView[],
  tone: Tone | null,
  context: MermaidContext,
): readonly StepView[] => (steps.length > 0 && isColoured(tone, context) ? [regionOf(steps, tone, context)] : steps);

const isColoured = (tone: Tone | null, { coloursTones }: MermaidContext): tone is Tone => tone !== null && coloursTones;

const regionOf = (steps: readonly StepView[], tone: Tone, { theme }: MermaidContext): HighlightView => ({
  kind: 'highlight',
  color: toneColor(theme, tone),
  steps,
});
