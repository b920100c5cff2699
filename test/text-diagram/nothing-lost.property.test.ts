/** Nothing is lost at any width: all that a fitted script says, joined again, is what the script said. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitScript } from '../../src/text-diagram/fit/fit.js';
import { headMark } from '../../src/text-diagram/measure/heads.js';
import type { AsciiOptions } from '../../src/text-diagram/options.js';
import { textsOf } from '../../src/text-diagram/fit/texts.js';
import type { Script } from '../../src/model/script.js';
import { makeScript, options } from './arbitrary.js';
import type { Fitted } from '../../src/text-diagram/measure/measure.js';

const close = (lines: readonly string[]): string => lines.join('').replaceAll(/\s/g, '');

/** Every text of the steps, in order, without white space; a footnote's mark is followed to what it stands for. */
const saidIn = (script: Script, notes: ReadonlyMap<string, string>): string[] =>
  textsOf(script)
    .filter(({ spot: { kind } }) => kind !== 'head' && kind !== 'box')
    .map(({ lines, spot: { kind } }) => {
      const text = close(lines);
      return notes.get(kind === 'branch' ? `[${text}]` : text) ?? text;
    });

const footnotesIn = ({ below }: Fitted): ReadonlyMap<string, string> =>
  new Map(
    below.flatMap(({ role, lines }) => {
      const [, mark = '', first = ''] = /^(\[\w+\]) ?(.*)$/.exec(lines[0] ?? '') ?? [];
      return role === 'note' && mark !== '' ? [[mark, close([first, ...lines.slice(1)])] as const] : [];
    }),
  );

/** What each participant is called, and its shape: by the head or by the legend of ids. */
const namesIn = (
  { participants, below }: Fitted,
  { participants: before }: Script,
  options: AsciiOptions,
): string[] => {
  const entries = below.filter(({ role }) => role === 'participant');
  return participants.map(({ lines, shapeName }, index) => {
    const isWhole = close(lines) === close(before[index]?.lines ?? []);
    if (isWhole && shapeName === before[index]?.shapeName) return close([...lines, headMark({ shapeName }, options)]);
    const { lines: entry = [] } = entries.shift() ?? {};
    const head = close(lines);
    expect(close(entry).startsWith(`${head}:`)).toBe(true);
    const rest = close(entry).slice(head.length + 1);
    return isWhole ? head + rest : rest;
  });
};

test.each([40, 60, 80, 100, 200])('at %i columns', (width) => {
  fc.assert(
    fc.property(fc.gen(), options, (g, chosen) => {
      const script = makeScript(g);
      const { fitted } = fitScript(script, { ...chosen, width });
      const none = new Map<string, string>();
      expect(saidIn(fitted, footnotesIn(fitted))).toEqual(saidIn(script, none));
      expect(namesIn(fitted, script, chosen)).toEqual(
        script.participants.map((participant) => close([...participant.lines, headMark(participant, chosen)])),
      );
      expect(close(fitted.heading)).toBe(close(script.heading));
      if (fitted.boxes.length === 0 && chosen.boxes)
        expect(fitted.below.filter(({ role }) => role === 'box')).toHaveLength(script.boxes.length);
      else expect(fitted.boxes.map(({ lines }) => close(lines))).toEqual(script.boxes.map(({ lines }) => close(lines)));
    }),
    { numRuns: 25, endOnFailure: true },
  );
});
