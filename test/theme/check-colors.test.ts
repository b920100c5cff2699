import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import type { BoxRun, Flow, ThemeChoice } from '../../src/model/flow.js';
import { textOf } from '../../src/source/filled-text.js';
import { checkColors } from '../../src/theme/check-colors.js';
import { defaultZones } from '../../src/theme/resolve-theme.js';
import { noChoice } from '../builders/flow.js';
import { presetNames, themeOf } from './preset.js';
import { toneNames } from '../../src/model/step.js';
import type { Highlight } from '../../src/model/step.js';
import type { Theme } from '../../src/theme/theme.js';

const box = (id: string, color: string | null, zone = ''): BoxRun => ({
  id,
  title: textOf(id),
  color: color === null ? null : textOf(color),
  zone,
  zoneSpan: null,
  first: 0,
  last: 0,
});

const region = (color: string | null, steps: Flow['steps'] = []): Highlight => ({
  kind: 'highlight',
  color: color === null ? null : textOf(color),
  tone: null,
  steps,
  ...{
    id: '',
    isNamed: false,
    phase: null,
    threats: [],
    inText: true,
    span: { source: { path: '', text: '' }, start: 0, end: 0 },
  },
});

const messages = (
  { boxes = [], steps = [], pages = 'both' }: Partial<Pick<Flow, 'boxes' | 'steps'>> & Partial<ThemeChoice>,
  preset = 'host',
  more: Partial<Theme> = {},
): readonly string[] => {
  const found: Diagnostic[] = [];
  const flow = { boxes, steps, theme: { ...noChoice, pages } } as unknown as Flow;
  checkColors(flow, { ...themeOf(preset), ...more }, (diagnostic) => found.push(diagnostic));
  return found.map(({ message }) => message);
};

test('colours and zones that are some', () => {
  const boxes = [box('a', null), box('b', '#8888'), box('c', null, 'server')];
  expect(messages({ boxes, steps: [region(null), region('rgba(255,0,0,0.2)')] })).toEqual([]);
});

test('others are reported, once for each box', () => {
  const boxes = [box('a', 'reddish'), box('a', 'reddish'), box('b', null, 'sever')];
  expect(messages({ boxes, steps: [region('#8888', [region('url(#a)')])] })).toEqual([
    '"reddish" is not a colour',
    'unknown trust zone "sever"',
    '"url(#a)" is not a colour',
  ]);
});

test.each(presetNames)('the boxes, regions and zones of %s are readable where its own messages are', (preset) => {
  const boxes = [box('a', null), ...Object.keys(defaultZones).map((zone) => box(zone, null, zone))];
  const toned = toneNames.map((tone) => ({ ...region(null), tone }));
  expect(messages({ boxes, steps: [region(null), ...toned] }, preset)).toEqual([]);
});

test('a tone whose colour hides messages is reported once, if the Mermaid colours it', () => {
  const tones = new Map([['danger', '#111111']]);
  const drawn = {
    steps: [
      { ...region(null), tone: 'danger' as const },
      { ...region(null), tone: 'danger' as const },
    ],
  };
  expect(messages(drawn, 'light', { tones })).toEqual([
    'messages can\'t be read on the colour of the tone "danger": 1.3:1',
  ]);
});

test('messages on a colour that hides them are reported, with the pages', () => {
  const drawn = { boxes: [box('a', '#ddd6fe')], steps: [region('#111'), region('#111')] };
  expect(messages(drawn)).toEqual([
    'messages can\'t be read on the colour of box "a": GitHub (dark) 1.2:1, Docusaurus (dark) 1.2:1',
    "messages can't be read on the colour of a region: GitHub (light) 1.5:1, Docusaurus (light) 1.5:1",
  ]);
  expect(messages({ ...drawn, pages: 'light' })).toEqual([
    "messages can't be read on the colour of a region: GitHub (light) 1.5:1, Docusaurus (light) 1.5:1",
  ]);
  expect(messages(drawn, 'light')).toEqual(["messages can't be read on the colour of a region: 1.3:1"]);
  expect(messages(drawn, 'print')).toEqual([]);
});
