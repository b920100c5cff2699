/** A brand is two presets whose own colours can be read; nothing else about themes becomes an error by it. */
import { describe, expect, test } from 'vitest';
import { contrast } from '../../src/theme/contrast.js';
import { parseColor } from '../../src/theme/color.js';
import { readPreset } from '../../src/theme/preset.js';
import { collectPresets, layPresets } from '../../src/theme/presets.js';
import { resolveTheme } from '../../src/theme/resolve-theme.js';
import { noChoice } from '../builders/flow.js';
import { mistakesOf, presetNames, presetOf } from './preset.js';

const presetsOf = (text: string) => collectPresets([{ path: 'mine/themes/acme.yaml', text }]);
const sideOf = (text: string, name: string) => readPreset(presetsOf(text).get(name)!);
const ratio = (one: string, other: string): number => contrast(parseColor(one)!, parseColor(other)!);

describe('a brand', () => {
  test('of an accent alone is a preset for light pages, and one for dark ones', () => {
    const text = 'accent: "#b3005e"\n';
    expect([...presetsOf(text).keys()]).toEqual(['acme', 'acme-dark']);
    expect(sideOf(text, 'acme').preset).toMatchObject({
      name: 'acme',
      page: 'light',
      colors: { bg: '#ffffff', fg: '#1f2937', accent: '#b3005e' },
      box: 'rgba(179,0,94,0.07)',
    });
    expect(sideOf(text, 'acme').diagnostics).toEqual([]);
    const { preset, diagnostics } = sideOf(text, 'acme-dark');
    expect(preset).toMatchObject({ name: 'acme-dark', page: 'dark', colors: { bg: '#0d1117', fg: '#e6edf3' } });
    expect(ratio(preset!.colors!.accent, '#0d1117')).toBeGreaterThanOrEqual(4.5);
    expect(diagnostics).toMatchObject([{ code: 'brand-dark', severity: 'info' }]);
    expect(diagnostics[0]?.message).toContain(`accent ${JSON.stringify(preset!.colors!.accent)}`);
  });

  test('that says both has no notice', () => {
    const text = 'accent: { light: "#b3005e", dark: "#ff7ab8" }\nzones: { a: { light: "#fef3c7", dark: "#423e26" } }\n';
    expect(sideOf(text, 'acme-dark').diagnostics).toEqual([]);
    expect(sideOf(text, 'acme-dark').preset?.colors?.accent).toBe('#ff7ab8');
  });

  test('leaves a theme alone that has the name of its dark side', () => {
    const dark = { path: 'themes/acme-dark.yaml', text: 'page: dark\nbox: red\n' };
    const files = collectPresets([{ path: 'themes/acme.yaml', text: 'accent: red\n' }, dark]);
    expect(files.get('acme-dark')).toBe(dark);
    const inline = { name: 'acme', shape: { accent: {} } };
    expect(layPresets(files, [inline]).get('acme-dark')).toBe(dark);
    expect(layPresets(collectPresets([]), [inline]).get('acme-dark')).toMatchObject({ darkOf: inline });
  });

  test('gives Mermaid its font, its zones and variables that can be read', () => {
    const text =
      'accent: "#b3005e"\nlines: "#8a8a8a"\nfontFamily: Acme Sans\nzones: { partner: { title: P, light: "#fef3c7" } }\n';
    const { theme } = resolveTheme(sideOf(text, 'acme').preset!, noChoice);
    const value = (name: string): string => theme.variables.find((one) => one.name === name)?.value ?? '';
    expect(value('fontFamily')).toBe('Acme Sans');
    expect(value('signalColor')).toBe('#8a8a8a');
    expect(ratio(value('sequenceNumberColor'), value('signalColor'))).toBeGreaterThanOrEqual(4.5);
    expect(ratio(value('actorLineColor'), '#fef3c7')).toBeGreaterThanOrEqual(3);
    expect(theme.zones.get('partner')).toBe('rgb(254,243,199)');
  });
});

const passes = (text: string): readonly string[] => {
  const found = mistakesOf(text).map((mistake) => /passes: .*?"(#[\da-f]{6})"\)$/.exec(mistake)?.[1] ?? mistake);
  return found;
};

describe('colours of a brand that are hard to read', () => {
  test.each([
    [
      'accent: "#f97316"',
      '1:9 accent "#f97316" on background "#ffffff" has a contrast of 2.80:1 (texts need 4.5:1 (WCAG 2.2 AA); the nearest that passes: accent "#bd5711")',
    ],
    [
      'accent: "#b3005e"\nlines: "#bbbbbb"',
      '2:8 lines "#bbbbbb" on background "#ffffff" has a contrast of 1.91:1 (lines that mean something need 3:1 (WCAG 2.2 AA); the nearest that passes: lines "#949494")',
    ],
    [
      'accent: "#1f2937"\nzones: { a: "#777777" }',
      '2:13 foreground "#1f2937" on zone "a" "#777777" has a contrast of 3.27:1 (texts need 4.5:1 (WCAG 2.2 AA); the nearest that passes: zone "a" "#8f8f8f")',
    ],
  ])('%j is an error that names the pair', (text, mistake) => {
    expect(mistakesOf(text)).toContain(mistake);
  });

  test('are all right once the colour is the one that is proposed', () => {
    for (const accent of ['#f97316', '#ffd400', '#cccccc', '#5ad1c9']) {
      const [moved] = passes(`accent: "${accent}"`);
      expect(mistakesOf(`accent: "${moved}"`)).toEqual([]);
      const [foreground] = passes(`accent: "${moved}"\nforeground: "${accent}"`);
      expect(mistakesOf(`accent: "${moved}"\nforeground: "${foreground}"`)).toEqual([]);
    }
  });

  test('are one error for each zone, and for each colour that must move', () => {
    const zone = 'accent: "#1f2937"\nlines: "#444444"\nzones: { a: "#777777", b: "#ffffff" }';
    expect(mistakesOf(zone)).toEqual([
      expect.stringMatching(/^3:13 foreground .* on zone "a" "#777777".* passes: zone "a" "#/),
    ]);
    const [near] = passes(zone);
    expect(mistakesOf(zone.replace('#777777', near!))).toEqual([]);
    const lines = 'accent: "#1f2937"\nlines: "#cccccc"\nzones: { a: "#dddddd", b: "#eeeeee" }';
    expect(mistakesOf(lines)).toEqual([expect.stringMatching(/^2:8 lines "#cccccc" on background/)]);
    const accent = 'accent: "#d97706"\nzones: { a: "#dddddd", b: "#fef3c7" }';
    expect(mistakesOf(accent)).toEqual([expect.stringMatching(/^1:9 accent "#d97706" on background/)]);
  });

  test('are checked on dark pages, too', () => {
    expect(mistakesOf('accent: { light: "#b3005e", dark: "#550000" }')).toMatchObject([
      expect.stringMatching(/^1:35 accent "#550000" on background "#0d1117"/),
    ]);
  });

  test('are left alone where they are Mermaid theme variables', () => {
    expect(mistakesOf('accent: "#b3005e"\nvariables: { actorBkg: "#777777", signalTextColor: "#cccccc" }')).toEqual([]);
  });
});

describe('what a brand may say', () => {
  test.each([
    ['accnt: red\nforeground: black', ['1:1 a brand has no key "accnt"']],
    ['accent: red\npage: light', ['2:1 a brand has no key "page"']],
    ['accent: reddish', ['1:9 "reddish" is not a colour']],
    ['accent: "#b3005e"\nfontFamily: Acme-Sans', [`2:13 theme variable fontFamily can't be "Acme-Sans"`]],
    ['accent: "#b3005e"\nzones: { a: { dark: red } }', ['2:15 "a" needs "light"']],
  ])('%j', (text, starts) => {
    const found = mistakesOf(text);
    expect(found.map((mistake, index) => mistake.slice(0, starts[index]?.length))).toEqual(starts);
  });
});

test.each(presetNames)('the packaged preset %s is no brand, and no error', (name) => {
  expect(presetOf(name).name).toBe(name);
});

test('a preset of a low contrast, which worked before, works', () => {
  const text = 'page: light\nbox: "#ffffff"\ncolors: { bg: "#ffffff", fg: "#cccccc", accent: "#eeeeee" }\n';
  expect(mistakesOf(text)).toEqual([]);
});
