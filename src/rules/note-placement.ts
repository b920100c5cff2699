import type { Report } from '../source/index.js';
import { allSteps } from '../syntax/index.js';
import type { Scalar, Step } from '../syntax/index.js';
import type { Rule } from './rule.js';

type NoteStep = Extract<Step, { note: Scalar }>;
type AttachedNote = NonNullable<Extract<Step, { from: Scalar }>['note']>[number];

/** A note has one place, and it has contents. */
export const notePlacement: Rule = {
  code: 'note-placement',
  check({ steps }, report) {
    for (const step of allSteps(steps ?? [])) {
      if (!('from' in step)) {
        if ('note' in step) checkPlaces(step, step.note, 1, report);
        continue;
      }
      for (const note of step.note ?? []) {
        const place = note.text ?? note.draw ?? step.from;
        checkPlaces(note, place, 0, report);
        checkBody(note, step, place, report);
      }
    }
  },
};

function checkPlaces(note: NoteStep | AttachedNote, at: Scalar, least: number, report: Report): void {
  const places = [note.over?.[0], note.leftOf, note.rightOf].filter((place) => place !== undefined);
  const [, second] = places;
  if (places.length >= least && !second) return;
  report({
    code: notePlacement.code,
    severity: 'error',
    message: second ? 'a note has only one place' : 'the note has no place',
    span: second?.span ?? at.span,
    hint: second ? 'keep one of "over", "leftOf" and "rightOf"' : 'add "over: [C, AS]", "leftOf: C" or "rightOf: AS"',
  });
}

function checkBody(note: AttachedNote, step: Extract<Step, { from: Scalar }>, at: Scalar, report: Report): void {
  const { text, draw } = note;
  const problem =
    text && draw
      ? 'a note has either "text" or "draw", not both'
      : !text && !draw
        ? 'the note is empty'
        : draw && !hasData(step, draw.value)
          ? `the message has no ${JSON.stringify(draw.value)} to draw`
          : null;
  if (problem === null) return;
  const hint = text && draw ? 'keep one of them' : draw ? `add "${draw.value}: …" to the message` : 'add "text: …"';
  report({ code: notePlacement.code, severity: 'error', message: problem, span: (draw ?? at).span, hint });
}

/** Whether a message has data. A redirect is response data, and also request data if it passes through a browser. */
function hasData(step: Extract<Step, { from: Scalar }>, name: 'request' | 'response'): boolean {
  return Boolean(step[name] ?? (name === 'response' ? step.redirect : step.redirect && step.via));
}
