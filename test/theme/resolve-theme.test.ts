import { describe, expect, test } from 'vitest';
import type { ThemeChoice } from '../../src/model/flow.js';
import { resolveTheme } from '../../src/theme/resolve-theme.js';
import { textOf } from '../../src/source/filled-text.js';
import { noChoice } from '../builders/flow.js';
import { presetNames, presetOf, themeOf } from './preset.js';

const source = { path: 'flow.yaml', text: '' };
const span = { source, start: 0, end: 0 };
const choose = (variables: Readonly<Record<string, string>>): ThemeChoice => ({
  ...noChoice,
  variables: Object.entries(variables).map(([name, value]) => ({ name, value: textOf(value, span), nameSpan: span })),
});
const resolve = (preset: string, variables: Readonly<Record<string, string>>) =>
  resolveTheme(presetOf(preset), choose(variables));

test('the presets', () => {
  expect(presetNames).toEqual(['auto', 'contrast', 'dark', 'host', 'lavender', 'light', 'print']);
});

test.each(presetNames)('%s is readable on its own page', (name) => {
  const { diagnostics } = resolveTheme(presetOf(name), noChoice);
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('host writes no theme; an override over it writes that alone', () => {
  expect(themeOf('host').variables).toEqual([]);
  expect(resolve('host', { noteBkgColor: '#fff' }).theme.variables).toEqual([{ name: 'noteBkgColor', value: '#fff' }]);
});

test('an override takes the place of a preset’s value; others follow', () => {
  const { variables } = resolve('lavender', { noteBorderColor: 'red', actorBkg: '#abc', actorBorder: '#123456' }).theme;
  expect(variables.map(({ name, value }) => `${name}=${value}`).join(' ')).toBe(
    'actorBkg=#abc actorTextColor=#1f2937 actorBorder=#123456 signalColor=#334155 signalTextColor=#1f2937 ' +
      'noteBkgColor=#f8fafc noteTextColor=#1f2937 noteBorderColor=red',
  );
});

describe('reports', () => {
  const messages = (preset: string, variables: Readonly<Record<string, string>>) =>
    resolve(preset, variables).diagnostics.map(
      ({ severity, message, hint }) => `${severity}: ${message} (${hint ?? ''})`,
    );

  test('unknown variables, with the nearest name', () => {
    expect(messages('host', { x: '#fff' })[0]).toMatch(
      /^error: unknown theme variable "x" \(theme variables are: actorBkg/,
    );
    expect(messages('host', { actorBkgd: '#fff' })[0]).toContain('did you mean "actorBkg"?');
  });

  test('values that are none', () => {
    expect(messages('host', { actorBkg: 'url(https://evil.example)', fontFamily: "'x'" })).toEqual([
      'error: theme variable actorBkg can\'t be "url(https://evil.example)" (expected a colour: #6d28d9, rgb(109,40,217), hsl(262,70%,50%) or a CSS name)',
      `error: theme variable fontFamily can't be "'x'" (expected font names of letters, digits and spaces, separated by commas; Mermaid drops a name with a hyphen or a quote)`,
    ]);
  });

  test('text that is hard to read', () => {
    expect(messages('host', { noteBkgColor: '#777', noteTextColor: '#888' })).toEqual([
      'warning: theme host: the text of notes has a contrast of 1.3:1 (WCAG AA requires 4.5:1)',
    ]);
  });

  test('pages on which messages are', () => {
    expect(messages('lavender', {})).toEqual([
      'info: theme lavender: messages can\'t be read on the pages of GitHub (dark) 1.3:1, Docusaurus (dark) 1.2:1 (WCAG AA requires 4.5:1; the preset "host" takes its colours from the page, and "pages" limits which pages count)',
    ]);
    expect(resolveTheme(presetOf('lavender'), { ...noChoice, pages: 'light' }).diagnostics).toEqual([]);
    expect(resolveTheme(presetOf('dark'), { ...noChoice, pages: 'dark' }).diagnostics).toEqual([]);
  });
});

test('a zone has a colour for light, for dark and for any page; on paper none', () => {
  const zones = { edge: { light: '#ff0000', dark: '#000000' } };
  const colorOn = (preset: string) => resolveTheme(presetOf(preset), noChoice, zones).theme.zones.get('edge');
  expect(['light', 'dark', 'host', 'print'].map(colorOn)).toEqual([
    'rgb(255,0,0)',
    'rgb(0,0,0)',
    'rgba(128,0,0,0.25)',
    'transparent',
  ]);
});
