/** What the README and the pages in docs/ show is what there is. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillPage, pages } from '../build/readme.js';
import { testWith } from './needs.js';

describe.each(pages)('%s', (name) => {
  const url = new URL(`../${name}`, import.meta.url);
  const page = readFileSync(url, 'utf8');
  const prose = page.replace(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/(?:\]\(|src=")([^)"#:]+)(?:#[^)"]*)?[)"]/g)].map(([, target = '']) => target);

  testWith('sh')('shows real files and real output (npm run fix writes them)', () => expect(fillPage(page)).toBe(page));

  it('has links to files that exist', () => {
    expect(targets.filter((target) => !existsSync(new URL(target, url)))).toEqual([]);
  });
});
