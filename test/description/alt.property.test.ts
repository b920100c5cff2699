import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flatSteps } from '../../src/model/tree.js';
import { inOneLine } from '../../src/source/join-lines.js';
import { textOf } from '../../src/source/filled-text.js';
import * as make from '../template/flows.js';
import type { Step } from '../../src/model/step.js';
import { describeInWords } from './in-words.js';

const word = fc.stringMatching(/^[^\s\p{C}]{1,12}$/u);
const label = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .chain((words) =>
    fc
      .array(fc.constantFrom(' ', '\n'), { minLength: words.length, maxLength: words.length })
      .map((gaps) => words.flatMap((text, index) => [text, gaps[index]]).join('')),
  );

const message = fc
  .record({ text: label, note: label, legs: fc.boolean() })
  .map(({ text, note, legs }) => [
    make.message(text, { notes: [make.note(note)], redirectLeg: legs ? 'response' : null }),
  ]);
const { step } = fc.letrec<{ step: Step[] }>((tie) => ({
  step: fc.oneof(
    { maxDepth: 3 },
    message,
    label.map((text) => [make.note(text)]),
    fc
      .tuple(
        fc.constantFrom('alt', 'opt', 'loop', 'par', 'critical', 'break', 'group'),
        label,
        tie('step'),
        label,
        tie('step'),
      )
      .map(([type, one, inner, other, more]) => [
        make.fragment(
          type,
          ['alt', 'par', 'critical'].includes(type)
            ? [
                [one, ...inner],
                [other, ...more],
              ]
            : [[one, ...inner]],
        ),
      ]),
    tie('step').map((inner) => [make.highlight(...inner)]),
  ),
}));

/** Every text that a flow's steps say. */
const textsOf = (list: readonly Step[]): readonly string[] =>
  [...flatSteps(list)].flatMap((one) => {
    if (one.kind === 'message') return [one.text.plain, ...textsOf(one.notes)];
    if (one.kind === 'note') return one.body.kind === 'text' ? [one.body.text.plain] : [];
    return one.kind === 'fragment' ? one.branches.map((branch) => branch.label.plain) : [];
  });

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('every text of a flow is said', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), label, label, label, (list, title, name, box) => {
      const flow = make.flow(list.flat(), {
        title: textOf(title),
        participants: [make.participant('C', name), make.participant('AS', 'AS')],
        boxes: [{ id: 'box', title: textOf(box), color: null, zone: '', zoneSpan: null, first: 0, last: 1 }],
      });
      const said = flat(describeInWords(flow));
      // A text of several lines is printed in one, or line by line.
      const isSaid = (text: string): boolean => said.includes(flat(text)) || said.includes(flat(inOneLine(text)));
      const unsaid = [title, name, box, ...textsOf(flow.steps)].filter((text) => !isSaid(text));
      expect(unsaid).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
