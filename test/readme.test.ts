/** What the README shows is what there is. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillReadme } from '../build/readme.js';

const root = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

describe('README.md', () => {
  it('shows real files and real output (npm run fix mends it)', () => expect(fillReadme(readme)).toBe(readme));

  it.each([...readme.matchAll(/(?:\]\(|src=")([^)"#:]+)[)"]/g)].map(([, target = '']) => target))(
    'links to %s',
    (target) => expect(existsSync(new URL(target, root))).toBe(true),
  );
});
