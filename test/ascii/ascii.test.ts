import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asciiView, type AsciiView } from '../../src/ascii/ascii.js';
import { makeTemplates } from '../../src/template/engine.js';
import { samples } from './samples.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const templates = makeTemplates({
  'ascii/diagram.hbs': read('../../templates/ascii/diagram.hbs'),
  'ascii/row.hbs': read('../../templates/ascii/row.hbs'),
});
const print = (view: AsciiView): string => templates.render('ascii/diagram', view);

test("the reference flow's body is its source's, row by row", () => {
  const { script, options } = samples['client-credentials-compact'];
  const rows = print(asciiView(script, options)).split('\n').slice(0, -1);
  const body = rows.slice(rows.findIndex((row) => row.includes('┬')) + 1);
  const margin = Math.min(...body.map((row) => row.search(/\S/)));
  expect(body.map((row) => row.slice(margin))).toEqual(read('client-credentials.body.txt').split('\n').slice(0, -1));
});

describe('samples', () => {
  test.each(Object.entries(samples))('%s', async (name, { script, options }) => {
    await expect(print(asciiView(script, options))).toMatchFileSnapshot(`golden/${name}.txt`);
  });
});

test.each(Object.entries(samples))("%s: a row's text is its segments'", (_, { script, options }) => {
  for (const { text, segments } of asciiView(script, options).rows) {
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
    expect(segments.every((segment) => segment.text !== '')).toBe(true);
  }
});
