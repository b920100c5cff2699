import { describe, expect, test } from 'vitest';
import { cssText, hexText, parseColor } from '../../src/theme/color.js';
import { contrast } from '../../src/theme/contrast.js';
import { boxColor, regionColor } from '../../src/theme/theme.js';
import { themeOf } from './preset.js';

test.each([
  ['#abc', 'rgb(170,187,204)'],
  ['#aabbcc80', 'rgba(170,187,204,0.502)'],
  ['#ABCD', 'rgba(170,187,204,0.867)'],
  ['RGB(1, 2, 3)', 'rgb(1,2,3)'],
  ['rgba(1,2,3,.5)', 'rgba(1,2,3,0.5)'],
  ['rgb(10% 20% 30% / 40%)', 'rgba(26,51,77,0.4)'],
  ['hsl(120, 100%, 25%)', 'rgb(0,128,0)'],
  ['hsla(-240deg 100% 50% / 0.5)', 'rgba(0,255,0,0.5)'],
  ['RebeccaPurple', 'rgb(102,51,153)'],
  ['transparent', 'rgba(0,0,0,0)'],
  ['hwb(120 0% 50%)', 'rgb(0,128,0)'],
  ['oklch(62.8% 0.258 29.23)', 'rgb(255,0,0)'],
  ['rgb(300 -5 0)', 'rgb(255,0,0)'],
  ['rgb(none 10 none)', 'rgb(0,10,0)'],
])('%s is %s', (css, expected) => {
  const color = parseColor(css);
  expect(color && cssText(color)).toBe(expected);
});

test.each([
  '',
  'red;',
  ' red',
  'toString',
  '#12345',
  'fade',
  '123456',
  'currentcolor',
  'rgb(1,2)',
  'rgb(1,2,3,4,5)',
  'url(#a)',
  'url(16px',
  'a(16px)',
  'rgb(a,b,c)',
  'hsl(1,2,3)',
  'var(--x)',
])('%j is no colour', (css) => expect(parseColor(css)).toBeNull());

test('long text is no colour, at once', () => expect(parseColor(`rgb(${'1'.repeat(200_000)}`)).toBeNull());

test('in hexadecimal where it is opaque', () => {
  expect(hexText({ mode: 'rgb', r: 1 / 255, g: 2 / 255, b: 254.6 / 255 })).toBe('#0102ff');
  expect(hexText({ mode: 'rgb', r: 1 / 255, g: 2 / 255, b: 3 / 255, alpha: 0.25 })).toBe('rgba(1,2,3,0.25)');
});

test('contrast, as the WebAIM checker has it', () => {
  const of = (text: string, background: string) => contrast(parseColor(text)!, parseColor(background)!).toFixed(2);
  expect(of('#000000', '#ffffff')).toBe('21.00');
  expect(of('#777777', '#ffffff')).toBe('4.48');
  expect(of('#1f2937', '#0d1117')).toBe('1.29');
});

describe('the colour of a box', () => {
  const theme = themeOf('light');
  test('is its own, as written where Mermaid reads that', () => {
    expect(boxColor(theme, 'rgba(221,214,254,0.3)', '')).toBe('rgba(221,214,254,0.3)');
    expect(boxColor(theme, '#ddd6fe', 'server')).toBe('rgb(221,214,254)');
    expect(boxColor(theme, 'RED', '')).toBe('rgb(255,0,0)');
  });
  test('or its zone’s, or the theme’s', () => {
    expect(boxColor(theme, '', 'server')).toBe('rgb(209,250,229)');
    expect(boxColor(theme, '', 'elsewhere')).toBe(theme.boxColor);
    expect(boxColor(theme, 'url(https://evil.example#a)', '')).toBe(theme.boxColor);
    expect(regionColor(theme, { color: 'red\nA->>B: x', zone: '', tone: null })).toBe(theme.highlightColor);
  });
  test('is the theme’s on paper', () => {
    expect(boxColor(themeOf('print'), 'red', '')).toBe('transparent');
    expect(regionColor(themeOf('print'), { color: 'red', zone: '', tone: null })).toBe(themeOf('print').highlightColor);
  });
  test('of a legend’s row is that of the zone’s boxes', () => {
    expect(regionColor(theme, { color: '', zone: 'server', tone: null })).toBe(boxColor(theme, '', 'server'));
    expect(regionColor(themeOf('print'), { color: '', zone: 'server', tone: null })).toBe('transparent');
  });
});
