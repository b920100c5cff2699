/** The keys that several kinds of steps have. */
import * as z from 'zod';
import { toneNames } from '../model/index.js';
import { threatSchema } from './http-schema.js';
import { choice, doc, list, oneOrMany, pattern, short, text } from './shape.js';

export const stepId = () => pattern([/^[A-Za-z][\w-]*$/, 'letters, digits, "-" and "_", starting with a letter']);
export const participant = () => text();

/** The keys that every step may have. */
export const anyStep = {
  id: doc(
    stepId(),
    'The step’s id, unique in the flow; used by patches, deep links and lint allowances.',
    'token-request',
  ),
  phase: doc(
    text(),
    'The title of the phase that starts with this step: a rule across the diagrams, a heading of the steps, a slide.',
    'Sign in',
  ),
  threats: doc(list(threatSchema), 'What can go wrong here.', [{ title: 'Code injection', stride: 'S' }]),
};

export const wording = (example: string) =>
  doc(
    z.union([
      z.literal(false),
      short(
        'text',
        z.strictObject({
          text: doc(text(), 'The text in the text diagram.', example),
          note: doc(z.literal(false), "Leaves the message's notes out of the text diagram.", false),
        }),
      ),
    ]),
    'The text in the text diagram; false leaves the step out of it.',
    example,
  );

export const tone = doc(
  choice(toneNames),
  'What it means for the reader. Texts show it by a mark, descriptions say it, and pictures colour it as the theme says.',
  'danger',
);

export const placement = {
  over: doc(oneOrMany(participant()), 'The participant that the note is over, or the first and last that it spans.', [
    'C',
    'AS',
  ]),
  leftOf: doc(participant(), 'The participant that the note is left of.', 'C'),
  rightOf: doc(participant(), 'The participant that the note is right of.', 'AS'),
};
