/** Derives ids from the texts of steps without an author's id, so that every step can be referred to. */
import { emptyText } from '../source/index.js';
import type { Text } from '../source/index.js';
import type { Step } from './step.js';
import { flatSteps, flatWithNotes, mapLists } from './tree.js';

/** The step id of a diagram's legend, which belongs to no step of the flow. */
export const LEGEND = 'legend';

/**
 * The same steps, each with a unique id: its own; otherwise a slug of its text, with `-2`, `-3` where another
 * step has that. The second message of a redirect is `<id>-open`, a note attached to a message `<id>-note`. An id
 * depends only on earlier steps and on all of the author's ids, so that a step added later does not change it.
 */
export function giveIds(steps: readonly Step[]): readonly Step[] {
  const ids = chooseIds(steps);
  const idOf = (step: Step): string => ids.get(step) ?? step.id;
  const give = (step: Step): Step => {
    if (step.kind !== 'message') return { ...mapLists<Step>(step, (inside) => inside.map(give)), id: idOf(step) };
    return { ...step, id: idOf(step), notes: step.notes.map((note) => ({ ...note, id: idOf(note) })) };
  };
  return steps.map(give);
}

function chooseIds(steps: readonly Step[]): ReadonlyMap<Step, string> {
  const claim = claimIds(steps);
  const ids = new Map<Step, string>();
  let before = '';
  for (const step of flatSteps(steps)) {
    const isOpened = step.kind === 'message' && step.redirectLeg === 'request';
    const id = step.id || claim(isOpened ? `${before}-open` : slugOf(step));
    ids.set(step, id);
    if (step.kind !== 'message') continue;
    for (const note of step.notes) ids.set(note, note.id || claim(noteId(id)));
    before = id;
  }
  return ids;
}

/** The id of a note attached to a step, without its number. */
export const noteId = (id: string): string => `${id}-note`;

/** Returns the wanted id, with the first number that makes it unique where it is taken. */
export type Claim = (wanted: string) => string;

/** Never returns an id of the steps, nor the same id twice. */
export function claimIds(steps: readonly Step[]): Claim {
  const taken = new Set([LEGEND, ...[...flatWithNotes(steps)].map(({ id }) => id)]);
  const counts = new Map<string, number>();
  return (wanted) => {
    let count = counts.get(wanted) ?? 1;
    const numbered = (): string => (count === 1 ? wanted : `${wanted}-${count}`);
    while (taken.has(numbered())) count += 1;
    counts.set(wanted, count);
    taken.add(numbered());
    return numbered();
  };
}

function slugOf(step: Step): string {
  const words = slug(stepText(step).plain);
  // A bare number refers to a message by its number in the diagram.
  if (words !== '') return /^\d+$/.test(words) ? `${step.kind}-${words}` : words;
  if (step.kind === 'fragment') return step.type;
  if (step.kind !== 'activation') return step.kind;
  return slug(`${step.active ? 'activate' : 'deactivate'} ${step.participant}`);
}

/** The text of a message, a note, a delay or a reference, the first label of a fragment; empty for other steps. */
export function stepText(step: Step): Text {
  switch (step.kind) {
    case 'message':
    case 'delay':
    case 'ref':
      return step.text;
    case 'note':
      return 'text' in step.body ? step.body.text : emptyText;
    case 'fragment':
      return step.branches[0]?.label ?? emptyText;
    case 'highlight':
    case 'activation':
    case 'numbering':
      return emptyText;
  }
}

/** The maximum length of a slug: enough for a request line or the start of a sentence. */
const longest = 60;

/** Apostrophes, and code points that join or vary characters. */
const unseen = /['’\p{Me}\p{Default_Ignorable_Code_Point}]/gu;
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Kebab-case of words of letters and digits in any script, as many as fit; '' where there are none. */
export function slug(text: string): string {
  const words = text.normalize('NFC').replace(unseen, '').toLowerCase().normalize('NFC').match(word) ?? [];
  const [first = '', ...rest] = words;
  let slug = Array.from(first).slice(0, longest).join('');
  for (const next of rest) {
    if (slug.length + 1 + next.length > longest) break;
    slug += `-${next}`;
  }
  return slug;
}
