import { expect, test } from 'vitest';
import { parseColor } from '../../src/theme/color.js';
import { contrast } from '../../src/theme/contrast.js';
import { readPreset } from '../../src/theme/preset.js';
import { resolveTextTheme } from '../../src/theme/text-theme.js';
import { mistakesOf } from './preset.js';

const packaged = resolveTextTheme({ corners: null, styles: {} });
const colorOf = (css: string) => parseColor(css) ?? expect.fail(`${css} is no colour`);

test('the colours are read on a dark and on a light terminal', () => {
  const { styles } = packaged;
  const colors = [...new Set(Object.values(styles).flatMap(({ color }) => color ?? []))];
  expect(colors.length).toBeGreaterThan(4);
  for (const page of ['#000000', '#ffffff', '#1e1e1e', '#fdf6e3']) {
    const faint = colors.filter((color) => contrast(colorOf(color), colorOf(page)) < 3);
    expect(faint, page).toEqual([]);
  }
  for (const page of ['#000000', '#ffffff']) {
    expect(colors.filter((color) => contrast(colorOf(color), colorOf(page)) < 4.2)).toEqual([]);
  }
});

test('front and back channel, requests and replies differ', () => {
  const { styles } = packaged;
  const four = [styles['front-request'], styles['front-reply'], styles['back-request'], styles['back-reply']];
  expect(new Set(four.map(({ color }) => color)).size).toBe(4);
});

const presetWith = (text: string) => `page: light\nbox: '#ffffff'\ntext:\n${text}\n`;

test('a preset gives parts another look', () => {
  const text = presetWith(`  corners: rounded
  colors: { note: 'italic  rgb(255, 0, 0)', lifeline: '', participant: bold underline, box: }`);
  const { preset, diagnostics } = readPreset({ path: 'themes/ours.yaml', text });
  expect(diagnostics).toEqual([]);
  const { corners, styles } = resolveTextTheme(preset!.text);
  expect(corners).toBe('rounded');
  expect(styles.note).toEqual({ attributes: ['italic'], color: '#ff0000' });
  expect(styles.lifeline).toEqual({ attributes: [], color: null });
  expect(styles.participant).toEqual({ attributes: ['bold', 'underline'], color: null });
  expect(styles.box).toEqual({ attributes: ['dim'], color: null });
  expect(styles.heading.attributes).toEqual(['bold']);
});

const expected = 'expected bold, dim, italic, underline, and at most one colour';
test.each<[string, string]>([
  ['  colors: { notes: red }', '4:13 "colors" has no key "notes" (did you mean "note"?)'],
  ['  colors: { note: bold blink }', `4:19 "note" can't be "bold blink" (${expected})`],
  ['  colors: { note: itallic }', `4:19 "note" can't be "itallic" (did you mean "italic"? ${expected})`],
  ['  colors: { note: red blue }', `4:19 "note" can't be "red blue" (${expected})`],
  ['  colors: { note: "red \\e[31m" }', `4:19 the character U+001B can't be drawn (remove it)`],
  ['  colors: [red]', '4:12 "colors" must be a mapping, not a list (for example: { note: "italic #008700" })'],
  ['  corners: round', '4:12 "corners" can\'t be "round" (did you mean "rounded"? values are: square, rounded)'],
  ['  colours: {}', '4:3 "text" has no key "colours" (did you mean "colors"? keys are: corners, colors)'],
  ['  rounded', '4:3 "text" must be a mapping, not the text "rounded" (for example: { corners: rounded })'],
])('%j is reported', (text, message) => expect(mistakesOf(presetWith(text))[0]).toEqual(message));
