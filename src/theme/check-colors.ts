/**
 * Checks a flow's own colours and zones against the theme. Only this step knows both the theme and the places in the
 * file.
 */
import { flatSteps, flatWithNotes } from '../model/index.js';
import type { BoxRun, Flow, Highlight, Step, Tone } from '../model/index.js';
import { type Diagnostic, unknownName, type Report } from '../source/index.js';
import type { Span, Text } from '../source/index.js';
import { notAColor, parseColor } from './color.js';
import { lowContrastOn } from './contrast.js';
import { boxColor, regionColor, toneColor } from './theme.js';
import type { Theme } from './theme.js';

/**
 * Reports unknown colours and zones, which are drawn in the theme's colour, and colours on which messages are hard to
 * read.
 */
export function checkColors(
  { boxes, steps, coloursTones, theme: { pages } }: Flow,
  theme: Theme,
  report: Report,
): void {
  for (const box of firstRuns(boxes)) {
    checkColor(box.color, report);
    if (box.zone !== '' && !theme.zones.has(box.zone)) report(unknownZone(box, [...theme.zones.keys()]));
    const low = lowContrast(boxColor(theme, box.color?.plain ?? '', box.zone), theme, pages);
    if (low !== '') report(hardToRead(`box "${box.title.plain || box.id}"`, low, box.color?.span ?? box.zoneSpan));
  }
  for (const { color, span } of firstOfColor(
    highlights(steps).filter(({ tone, color }) => color !== null || tone === null),
  )) {
    checkColor(color, report);
    const region = { color: color?.plain ?? '', zone: '', tone: null };
    const low = lowContrast(regionColor(theme, region), theme, pages);
    if (low !== '') report(hardToRead('a region', low, color?.span ?? span));
  }
  for (const [tone, span] of colouredTones(steps, coloursTones)) {
    const low = lowContrast(toneColor(theme, tone), theme, pages);
    if (low !== '') report(hardToRead(`the tone "${tone}"`, low, span));
  }
}

/** The tones that the Mermaid colours, with the place of the first step that has each: those of regions, and on wish all. */
function colouredTones(steps: readonly Step[], all: boolean): ReadonlyMap<Tone, Span> {
  const found = new Map<Tone, Span>();
  for (const step of flatWithNotes<Step>(steps)) {
    const tones =
      step.kind === 'fragment' ? step.branches.map(({ tone }) => tone) : ['tone' in step ? step.tone : null];
    if (!all && step.kind !== 'highlight') continue;
    for (const tone of tones) if (tone && !found.has(tone)) found.set(tone, step.span);
  }
  return found;
}

/** A box can be drawn in several runs; one message is enough. */
const firstRuns = (boxes: readonly BoxRun[]): readonly BoxRun[] =>
  boxes.filter(({ id }, index) => boxes.findIndex((other) => other.id === id) === index);

/** Regions of one colour share one message, too. */
const firstOfColor = (regions: readonly Highlight[]): readonly Highlight[] =>
  [...new Map(regions.toReversed().map((region) => [region.color?.plain, region])).values()].toReversed();

const highlights = (steps: readonly Step[]): readonly Highlight[] =>
  [...flatSteps(steps)].filter((step) => step.kind === 'highlight');

function lowContrast(css: string, theme: Theme, pages: Flow['theme']['pages']): string {
  const color = parseColor(css);
  return color ? lowContrastOn(color, theme, pages) : '';
}

const hardToRead = (what: string, low: string, span: Span | null | undefined): Diagnostic => ({
  code: 'color-contrast',
  severity: 'info',
  message: `messages can't be read on the colour of ${what}: ${low}`,
  span: span ?? undefined,
  hint: 'WCAG AA requires 4.5:1; a translucent colour such as rgba(109,40,217,0.2) works on light and dark pages',
});

function checkColor(color: Text | null, report: Report): void {
  if (color !== null && !parseColor(color.plain)) report(notAColor(color.plain, color.span));
}

const unknownZone = ({ zone, zoneSpan }: BoxRun, known: readonly string[]) =>
  ({
    code: 'known-zones',
    severity: 'error',
    message: `unknown trust zone ${JSON.stringify(zone)}`,
    span: zoneSpan ?? undefined,
    ...unknownName(zone, 'zones', known, zoneSpan ?? undefined),
  }) as const;
