import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.js';
import type { BoxRun, Flow, Highlight } from '../../src/model/flow.js';
import { textOf } from '../../src/text.js';
import { checkColors } from '../../src/theme/check-colors.js';
import { themeOf } from './preset.js';

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
  steps,
  ...{ id: '', phase: null, threats: [], inText: true, span: { source: { path: '', text: '' }, start: 0, end: 0 } },
});

const messages = (boxes: readonly BoxRun[], steps: Flow['steps']): readonly string[] => {
  const found: Diagnostic[] = [];
  checkColors({ boxes, steps } as Flow, themeOf('host'), (diagnostic) => found.push(diagnostic));
  return found.map(({ message }) => message);
};

test('colours and zones that are some', () => {
  expect(messages([box('a', null), box('b', '#fff'), box('c', null, 'server')], [region(null), region('red')])).toEqual(
    [],
  );
});

test('others are reported, once for each box', () => {
  expect(
    messages([box('a', 'reddish'), box('a', 'reddish'), box('b', null, 'sever')], [region('red', [region('url(#a)')])]),
  ).toEqual(['"reddish" is not a colour', 'unknown trust zone "sever"', '"url(#a)" is not a colour']);
});
