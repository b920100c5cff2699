/** Measures a script for a picture: turns words into blocks. */
import { Activations, activationsAfter, Ends, walkBranches } from '../../layout/index.js';
import type { Lives } from '../../layout/index.js';
import { looseEnd, messageLines } from '../../model/index.js';
import type {
  Lines,
  Script,
  ScriptBranch,
  ScriptDelay,
  ScriptFragment,
  ScriptHighlight,
  ScriptMessage,
  ScriptNote,
  ScriptPhase,
  ScriptReference,
  ScriptStep,
  Tone,
} from '../../model/index.js';
import { bar, lead, tag } from '../metrics.js';
import { Passage, styles } from '../text/index.js';
import type { TextStyle } from '../text/index.js';
import { textWidth } from '../type/index.js';
import type { Badge, Block, BranchBlock, MessageBlock, NoteBlock, Tag } from './blocks.js';

/** What the words of a flow don't say. */
export interface Facts {
  /** Whether messages through the browser stand out. */
  readonly tellsChannelsApart: boolean;
  /** Whether redirects are marked. */
  readonly marksRedirects: boolean;
  /** Letters behind a message, by the id of its step: the STRIDE categories of its threats, rules of findings. */
  readonly tags: ReadonlyMap<string, string>;
}

interface Walk extends Lives {
  readonly facts: Facts;
  readonly at: (id: string) => number;
  readonly ids: readonly string[];
}

export function measureScript(script: Script, facts: Facts): readonly Block[] {
  const ids = script.participants.map(({ id }) => id);
  const indices = new Map(ids.map((id, index) => [id, index]));
  const at = (id: string): number => indices.get(id) ?? 0;
  const walk: Walk = { facts, at, ids, activations: new Activations(ids.length), ends: new Ends(script.steps, at) };
  return measureSteps(script.steps, walk, false);
}

function measureSteps(steps: readonly ScriptStep[], walk: Walk, isInside: boolean): readonly Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index];
    if (!step) continue;
    walk.ends.meet(step);
    if (step.kind === 'message') {
      const opened = activationsAfter(steps, index, step.to);
      blocks.push(measureMessage(step, opened, walk));
      for (const next of steps.slice(index + 1, index + 1 + opened)) walk.ends.meet(next);
      index += opened;
    } else blocks.push(...measureStep(step, walk, isInside));
  }
  return blocks;
}

function measureStep(step: Exclude<ScriptStep, ScriptMessage>, walk: Walk, isInside: boolean): readonly Block[] {
  switch (step.kind) {
    case 'note':
      return [measureNote(step, walk)];
    case 'ref':
      return [measureReference(step, walk)];
    case 'phase':
      return [measurePhase(step, isInside)];
    case 'delay':
      return [measureDelay(step)];
    case 'fragment':
    case 'highlight':
      return [measureFrame(step, walk)];
    case 'activation':
      return [{ kind: 'turn', turn: walk.activations.turn(walk.at(step.participant), step.active ? 1 : -1) }];
    case 'numbering':
      // The numbers are in the messages.
      return [];
  }
}

/** How far the bars of an activation of this depth reach to the right of their lifeline. */
export const rightReach = (depth: number): number => (depth === 0 ? 0 : bar.width / 2 + (depth - 1) * bar.nest);
const leftReach = (depth: number): number => (depth === 0 ? 0 : bar.width / 2);

/** `opened`: how many activation steps of the receiver follow directly. */
function measureMessage(step: ScriptMessage, opened: number, walk: Walk): MessageBlock {
  const { activations, facts } = walk;
  const path = pathOf(step, walk);
  const [first, last] = path.kind === 'arrow' ? [path.first, path.last] : [path.at, path.at];
  const from = walk.at(path.kind === 'arrow' ? step.from : (walk.ids[path.at] ?? ''));
  const to = path.kind === 'arrow' ? path.to : path.at;
  const before = [activations.depth(first), activations.depth(last)] as const;
  const opens = Array.from({ length: opened + (step.activate ? 1 : 0) }, () => activations.turn(to, 1));
  const closes = step.deactivate ? [activations.turn(from, -1)] : [];
  const after = [activations.depth(first), activations.depth(last)] as const;
  const ends = step.destroy === '' ? null : walk.at(step.destroy);
  if (ends !== null) {
    activations.end(ends);
    walk.ends.end(ends);
  }
  const isRedirect = step.redirectLeg !== null && facts.marksRedirects;
  const badge = badgeOf(step);
  const mark = isRedirect ? 'redirect' : step.tone;
  return {
    kind: 'message',
    step,
    path,
    badge,
    mark,
    label: labelOf(step, badge),
    tag: tagOf(facts.tags.get(step.step) ?? '', step),
    lead: (badge ? badge.width + lead.badgeGap : 0) + (mark ? lead.mark : 0),
    isAccent: isRedirect || (facts.tellsChannelsApart && step.channel === 'front'),
    reach: {
      first: rightReach(before[0]),
      last: leftReach(before[1]),
      firstAfter: Math.max(rightReach(before[0]), rightReach(after[0])),
      lastAfter: Math.max(leftReach(before[1]), leftReach(after[1])),
      left: leftReach(Math.max(before[0], after[0])),
      right: rightReach(Math.max(before[1], after[1])),
    },
    opens,
    closes,
    ends,
    notes: step.notes.map((note) => measureAttached(note, path, walk)),
  };
}

function pathOf(step: ScriptMessage, walk: Walk): MessageBlock['path'] {
  const loose = looseEnd(step);
  if (loose) return { kind: 'loose', at: walk.at(loose.participant), side: loose.side, isFound: loose.isFound };
  const [from, to] = [walk.at(step.from), walk.at(step.to)];
  if (from === to) return { kind: 'loop', at: from };
  return {
    kind: 'arrow',
    from,
    to,
    first: Math.min(from, to),
    last: Math.max(from, to),
    creates: step.create,
  };
}

/** The number, if there is nothing but punctuation around it; otherwise the template's words stand before the text. */
function badgeOf({ prefix, shownNumber, lines }: ScriptMessage): Badge | null {
  const isPlain = shownNumber !== '' && /^[\s().:]*$/.test(prefix.replace(shownNumber, ''));
  if (!isPlain || lines.length === 0) return null;
  const width = textWidth(shownNumber, 'bold', styles.badge.size);
  return { text: shownNumber, textWidth: width, width: Math.max(lead.badgeSize, Math.ceil(width) + 4) };
}

function labelOf(step: ScriptMessage, badge: Badge | null): Passage {
  const lines = badge ? messageLines({ ...step, prefix: '' }) : messageLines(step);
  return new Passage(lines, styles.label, 'request', step.tone ? `tone-${step.tone}` : styles.label.color);
}

/** None on the second leg of a redirect, which is the same step. */
function tagOf(text: string, { redirectLeg }: ScriptMessage): Tag | null {
  if (text === '' || redirectLeg === 'request') return null;
  const width = textWidth(text, 'bold', styles.tag.size);
  return { text, textWidth: width, width: Math.ceil(width) + tag.icon + 3 * tag.pad };
}

/** A note that is over its message's ends hangs under its label. */
function measureAttached(note: ScriptNote, path: MessageBlock['path'], walk: Walk): NoteBlock {
  const measured = measureNote(note, walk);
  const [first, last] = path.kind === 'arrow' ? [path.first, path.last] : [path.at, path.at];
  const isWithin = measured.first >= first && measured.last <= last;
  if (note.placement !== 'over' || !isWithin) return measured;
  return { ...measured, placement: 'hung', isUnderLoop: path.kind === 'loop' };
}

function measureNote(step: ScriptNote, walk: Walk): NoteBlock {
  const { first, last } = endsOf(step.participants, walk);
  const isData = step.body === 'request' || step.body === 'response' || looksLikeData(step.lines);
  const style: TextStyle = isData ? styles.data : styles.note;
  const color = noteColor(step, style);
  return {
    kind: 'note',
    step,
    placement: step.placement,
    isUnderLoop: false,
    first,
    last,
    isData,
    body: new Passage(step.lines, style, isData ? 'data' : 'prose', color),
    reach: rightReach(walk.activations.depth(last)),
  };
}

const remarkTone: Tone = 'danger';

/** The tone of a note: its own, or that of remarks for a review. */
export const noteTone = ({ tone, body }: ScriptNote): Tone | null =>
  tone ?? (body === 'threat' || body === 'finding' ? remarkTone : null);

function noteColor(step: ScriptNote, style: TextStyle): string {
  const tone = noteTone(step);
  return tone ? `tone-${tone}` : style.color;
}

/** JSON, or lines of names with values. */
function looksLikeData(lines: Lines): boolean {
  const whole = lines.join('\n').trim();
  if (/^\{[^]*\}$|^\[[^]*\]$/.test(whole)) return true;
  return whole !== '' && lines.every((line) => /^\s*[\w.[\]-]+ ?= ?\S/.test(line));
}

function measureReference(step: ScriptReference, walk: Walk): Block {
  const { first, last } = endsOf(step.participants, walk);
  return {
    kind: 'ref',
    step,
    first,
    last,
    operator: new Passage([step.operator], styles.operator),
    body: new Passage(step.lines, styles.ref),
    reach: rightReach(walk.activations.depth(last)),
  };
}

function endsOf(participants: readonly string[], { at }: Walk): { readonly first: number; readonly last: number } {
  const ends = participants.map(at);
  return { first: Math.min(...ends), last: Math.max(...ends) };
}

const measurePhase = (step: ScriptPhase, isNested: boolean): Block => ({
  kind: 'phase',
  step,
  isNested,
  title: new Passage(step.lines, isNested ? styles.nestedPhase : styles.phase),
});

const measureDelay = (step: ScriptDelay): Block => ({
  kind: 'delay',
  step,
  text: new Passage(step.lines, styles.delay),
});

interface Listed {
  readonly said: ScriptBranch | null;
  readonly steps: readonly ScriptStep[];
}

function measureFrame(step: ScriptFragment | ScriptHighlight, walk: Walk): Block {
  const lists: readonly Listed[] =
    step.kind === 'highlight'
      ? [{ said: null, steps: step.steps }]
      : step.branches.map((said) => ({ said, steps: said.steps }));
  return walkBranches(
    lists,
    walk,
    ({ said, steps }, start): BranchBlock => ({
      said,
      operator: new Passage(said && said.operator !== '' ? [said.operator] : [], styles.operator),
      label: new Passage(
        said?.lines ?? [],
        styles.branch,
        'prose',
        said?.tone ? `tone-${said.tone}` : styles.branch.color,
      ),
      ...start,
      blocks: measureSteps(steps, walk, true),
    }),
    (branches) => ({ kind: 'frame', step, branches }),
  );
}
