/** The legend under a diagram, which explains the marks of channels and the trust zones. */
import { LEGEND, sayList } from '../model/index.js';
import type { Flow, Lines, Medium, Say, ScriptHighlight, ScriptNote, ScriptStep } from '../model/index.js';
import type { Writer } from './element-lines.js';
import type { Marks } from './marks.js';

interface LegendContext {
  readonly medium: Medium;
  readonly write: Writer;
  readonly marks: Marks;
  /** Labels in one line, by participant id. */
  readonly names: ReadonlyMap<string, string>;
  readonly say: Say;
  /** What trust zones are called, by name. */
  readonly zoneNames: ReadonlyMap<string, string>;
}

/** Empty in the description, which names channels and zones where they occur, and in pictures, which draw a legend of their own. */
export function legendInWords(flow: Flow, words: LegendContext): readonly ScriptStep[] {
  if (words.medium === 'alt' || words.medium === 'picture') return [];
  return [
    ...(flow.channels === 'legend' ? noteUnder(flow, marksInWords(words)) : []),
    ...(flow.theme.legend ? zonesInWords(flow, words) : []),
  ];
}

/** No lines where no message is marked. */
function marksInWords({ marks, write, say }: LegendContext): Lines {
  const tones = marks.tones.map(({ tone, mark }) => ({ tone: say(`tone-${tone}`), mark }));
  if (marks.front === '' && marks.redirect === '' && tones.length === 0) return [];
  return write.lines('legend', { ...marks, tones });
}

/** In Mermaid each zone has a note on its colour; in the text diagram, which has no colours, one note lists all zones. */
function zonesInWords(flow: Flow, words: LegendContext): readonly ScriptStep[] {
  const zones = [...membersByZone(flow, words.names)].map(([zone, participants]) => ({
    zone,
    lines: words.write.lines('zone', {
      zone: words.zoneNames.get(zone) ?? zone,
      participants,
      list: sayList(participants, words.say),
    }),
  }));
  if (words.medium === 'text')
    return noteUnder(
      flow,
      zones.flatMap(({ lines }) => lines),
    );
  return zones.map(({ zone, lines }): ScriptHighlight => ({
    kind: 'highlight',
    step: LEGEND,
    color: '',
    zone,
    tone: null,
    lines: [],
    steps: noteUnder(flow, lines),
  }));
}

/** The labels of the participants in each zone's boxes, from left to right. */
function membersByZone(
  { boxes, participants }: Flow,
  names: LegendContext['names'],
): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, readonly string[]>();
  for (const { zone, first, last } of boxes) {
    if (zone === '') continue;
    const labels = participants.slice(first, last + 1).map(({ id }) => names.get(id) ?? id);
    members.set(zone, [...(members.get(zone) ?? []), ...labels]);
  }
  return members;
}

/** A note over all participants; none without lines. */
function noteUnder({ participants }: Flow, lines: Lines): readonly ScriptNote[] {
  const [first, last] = [participants[0]?.id, participants.at(-1)?.id];
  if (lines.length === 0 || first === undefined || last === undefined) return [];
  return [
    {
      kind: 'note',
      step: LEGEND,
      body: 'text',
      tone: null,
      placement: 'over',
      participants: first === last ? [first] : [first, last],
      lines,
    },
  ];
}
