/** docs/flow-file.md shows the examples as they are, and every key of the schema; `npm run docs` mends it. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flowSchema } from '../../src/syntax/schema.js';
import { defaultLimits } from '../../src/syntax/yaml.js';
import { constructs, includes } from './constructs.js';
import { allKeys } from './schema-keys.js';

const url = new URL('../../docs/flow-file.md', import.meta.url);
const page = readFileSync(url, 'utf8');
const withoutFences = page.replace(/^```[^]*?^```/gm, '');

test.each([...constructs, ...includes])('shows %s', (name) => {
  expect(page).toContain(`<!-- file: docs/constructs/${name}.yaml -->`);
});

test('shows nothing in a fence that is not a file, but the line that names the schema', () => {
  const fences = withoutFences.length < page.length ? (page.match(/^```\w+$/gm) ?? []) : [];
  expect(fences.length).toBe((page.match(/^<!-- file: /gm) ?? []).length + 1);
});

test('says what every key means', () => {
  const rows = new Set(page.match(/^\| `[^`]+` \| [^|]*/gm)?.map((row) => row.replace(/`/g, '')));
  const said = [...rows].map((row) => row.replace(/^\| (?:.*\.)?(\w+) \| (?:Required\. )?/, '$1: '));
  const missing = [...allKeys(flowSchema)].filter(
    ([key]) => !key.includes(' = ') && !said.some((row) => row.startsWith(key.replace(/`/g, '').replace(/</g, '&lt;'))),
  );
  expect(missing.map(([, path]) => path)).toEqual([]);
});

test.each(Object.entries<number>({ ...defaultLimits }))('tells the limit %s', (name, limit) => {
  expect(page).toContain(`| \`${name}\` | ${limit.toLocaleString('en')}`);
});

describe('links to', () => {
  const slug = (heading: string): string =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-');
  const headings = [...withoutFences.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slug(heading));
  const targets = [...withoutFences.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);

  test.each([...new Set(targets)])('%s', (target) => {
    if (target.startsWith('#')) expect(headings).toContain(target.slice(1));
    else expect(existsSync(new URL(target, url))).toBe(true);
  });
});
