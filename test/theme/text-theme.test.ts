import { expect, test } from 'vitest';
import { parseColor } from '../../src/theme/color.js';
import { contrast } from '../../src/theme/contrast.js';
import { readPreset } from '../../src/theme/preset.js';
import { resolveTextTheme } from '../../src/theme/text-theme.js';
import type { TextThemeData } from '../../src/theme/text-theme.js';

const colorOf = (css: string) => parseColor(css) ?? expect.fail(`${css} is no colour`);

test('the colours are read on a dark and on a light terminal', () => {
  const { styles } = resolveTextTheme({}, 'host').theme;
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
  const { styles } = resolveTextTheme({}, 'host').theme;
  const four = [styles['front-request'], styles['front-reply'], styles['back-request'], styles['back-reply']];
  expect(new Set(four.map(({ color }) => color)).size).toBe(4);
});

test('a preset gives parts another look', () => {
  const { theme, diagnostics } = resolveTextTheme(
    { corners: 'rounded', colors: { note: 'italic  rgb(255, 0, 0)', lifeline: '', participant: 'bold underline' } },
    'ours',
  );
  expect(diagnostics).toEqual([]);
  expect(theme.corners).toBe('rounded');
  expect(theme.styles.note).toEqual({ attributes: ['italic'], color: '#ff0000' });
  expect(theme.styles.lifeline).toEqual({ attributes: [], color: null });
  expect(theme.styles.participant).toEqual({ attributes: ['bold', 'underline'], color: null });
  expect(theme.styles.heading.attributes).toEqual(['bold']);
});

test.each<[Record<string, string>, string]>([
  [{ notes: 'red' }, 'theme "ours": unknown part of a text diagram "notes" (did you mean "note"?)'],
  [
    { note: 'bold blink' },
    'theme "ours": note can\'t be "bold blink" (expected a colour, bold, dim, italic, underline, or several of them)',
  ],
  [
    { note: 'red \u001b[31m' },
    'theme "ours": note can\'t be "red \\u001b[31m" (expected a colour, bold, dim, italic, underline, or several of them)',
  ],
])('%o is reported', (colors, message) => {
  const { diagnostics } = resolveTextTheme({ colors }, 'ours');
  expect(diagnostics.map((one) => `${one.message} (${one.hint ?? ''})`)).toEqual([message]);
});

test('a preset’s shape is checked', () => {
  const problems = (text: unknown) =>
    readPreset('themes/x.yaml', { page: 'light', box: '#fff', text }).diagnostics.map(
      ({ message, hint }) => `${message} (${hint ?? ''})`,
    );
  const expected = 'expected corners (square or rounded) and colors by part of the text diagram';
  expect(problems({ corners: 'rounded' } satisfies TextThemeData)).toEqual([]);
  for (const wrong of [{ corners: 'round' }, { colors: ['red'] }, { colours: {} }, 'rounded']) {
    expect(problems(wrong)).toEqual([`themes/x.yaml: text is missing or wrong (${expected})`]);
  }
});
