import { describe, expect, test } from 'vitest';
import { asciiView } from '../../src/text-diagram/text-diagram.js';
import { checkDiagram } from './checker/check.js';
import { faults } from './faults.js';
import { samples } from './samples.js';
import { unfitted } from '../../src/text-diagram/fit/stand-ins.js';

test.each(Object.entries(samples))('%s is whole', (_, { script, options }) => {
  const text = asciiView(script, options).rows.map((row) => `${row.text}\n`);
  expect(checkDiagram(unfitted(script), options, text.join(''))).toEqual([]);
});

describe('the checker finds that', () => {
  const { script, options } = samples.everything;
  const rows = asciiView(script, options).rows.map(({ text }) => text);

  test.each(Object.entries(faults))('%s', (_, plant) => {
    const faulty = plant(rows);
    expect(faulty).not.toEqual(rows);
    expect(checkDiagram(unfitted(script), options, faulty.map((row) => `${row}\n`).join(''))).not.toEqual([]);
  });

  test('the last line break is missing', () => {
    expect(checkDiagram(unfitted(script), options, rows.join('\n'))).not.toEqual([]);
  });
});
