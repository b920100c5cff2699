import { expect, test } from 'vitest';
import type { Chart } from '../../src/import/chart.js';
import { compareCharts } from '../../src/import/compare-charts.js';

const chart = (url: string): Chart => ({
  ...{ drawnTitle: '', title: '', summary: '', boxes: [], rows: [] },
  participants: [{ id: 'A', label: 'A', shape: 'participant', links: [['Here', url]], box: null, declaredAt: [] }],
});

test('a difference is reported in words', () => {
  const [difference, ...others] = compareCharts(chart('https://a.example/#b'), chart('https://a.example/b'));
  expect(others).toEqual([]);
  expect(difference?.message).toBe('participants are drawn differently');
  expect(difference?.hint).toBe(
    'here: links "Here" and "https://a.example/#b"; in the flow: links "Here" and "https://a.example/b"',
  );
});

test('charts that are the same have none', () => {
  expect(compareCharts(chart('https://a.example/'), chart('https://a.example/'))).toEqual([]);
});
