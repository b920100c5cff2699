/** What the file of a preset may say, and how its mistakes are told: test/cli/cases/theme-preset-mistakes shows them whole. */
import { expect, test } from 'vitest';
import { readPreset } from '../../src/theme/preset.js';
import { mistakesOf, presetNames, presetOf } from './preset.js';

test.each(presetNames)('%s has no mistake', (name) => expect(presetOf(name).name).toBe(name));

test('what a preset leaves out is empty, or as what stands for it', () => {
  const { preset } = readPreset({ path: 'mine/themes/ours.yaml', text: "page: light\nbox: '#ddd6fe'\nvariables:\n" });
  expect(preset).toEqual({
    name: 'ours',
    page: 'light',
    colors: null,
    variableSpans: new Map(),
    variables: [],
    box: 'rgb(221,214,254)',
    highlight: 'rgb(221,214,254)',
    zones: {},
    tones: {},
    text: { corners: null, styles: {} },
  });
});

test('numbers and flags are texts', () => {
  const text = 'page: light\nbox: red\nvariables: { strokeWidth: 2, darkMode: true }\n';
  expect(readPreset({ path: 'themes/x.yaml', text }).preset?.variables).toEqual([
    { name: 'strokeWidth', value: '2' },
    { name: 'darkMode', value: 'true' },
  ]);
});

test('a source is read once', () => {
  const source = { path: 'themes/x.yaml', text: 'page: light\nbox: red\n' };
  expect(readPreset(source)).toBe(readPreset(source));
});

const color = 'expected #6d28d9, rgb(109,40,217), rgba(109,40,217,0.3), hsl(262,70%,50%) or a CSS name';
test.each<[string, readonly string[]]>([
  [
    '- page: light',
    ['1:3 a theme preset must be a mapping, not a list (for example: { page: light, box: "#eef2ff" })'],
  ],
  ['box: red', ['1:1 a theme preset needs "page" (add "page: …")']],
  ['page: light\nbox: reddish', [`2:6 "reddish" is not a colour (${color})`]],
  ['page: light\nbox: lavendar', [`2:6 "lavendar" is not a colour (did you mean "lavender"? ${color})`]],
  ['page: light\nbox: red\nhighlight: url(#a)', [`3:12 "url(#a)" is not a colour (${color})`]],
  [
    'page: light\nbox: red\ncolors: { bg: paper white, fg: 1, accent: red }',
    [`3:15 "paper white" is not a colour (${color})`, `3:32 "1" is not a colour (${color})`],
  ],
  [
    'page: light\nbox: red\nzones: { a: { light: red }, b: { light: red, dark: none of it } }',
    ['3:15 "a" needs "dark" (add "dark: …")', `3:52 "none of it" is not a colour (${color})`],
  ],
  [
    'page: light\nbox: red\nvariables: { actorBkgd: red, actorBkg: url(x), fontSize: 12pt }',
    [
      '3:14 unknown theme variable "actorBkgd" (did you mean "actorBkg"?)',
      `3:40 theme variable actorBkg can't be "url(x)" (expected a colour: #6d28d9, rgb(109,40,217), hsl(262,70%,50%) or a CSS name)`,
      `3:58 theme variable fontSize can't be "12pt" (expected a size in pixels: 16px)`,
    ],
  ],
])('%j', (text, mistakes) => expect(mistakesOf(text)).toEqual(mistakes));
