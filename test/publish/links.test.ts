/** Links of the README and of docs/ lead somewhere, also where only the npm package is. */
import { existsSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { published, root } from './files.js';

/** The build writes these. */
const built = ['dist', 'THIRD-PARTY-NOTICES'];
/** npm packs these, whatever `files` says. */
const always = ['package.json', 'README.md', 'LICENSE'];
const isPacked = (path: string): boolean =>
  [...always, ...manifest.files].some((entry) => path === entry || path.startsWith(`${entry}/`));

/**
 * What only the repository has, where npm's page leads: pages for contributors, since a package with a src/ would take itself
 * for a working copy, and the catalogue's pages, 1.4 MB that every user can render.
 */
const ofTheRepository = ['src/README.md', 'CONTRIBUTING.md', 'CODE_OF_CONDUCT.md', 'out/README.md'];

/** Without the examples in code; a picture is no link: npm's page and GitHub show it from the repository. */
function linksIn(page: string, text: string): readonly string[] {
  const prose = text.replace(/^(`{3,}|~{3,})[^]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/(?<!!)\[[^\]]*\]\(([^)\s]+)\)|\bhref="([^"]+)"/g)];
  return links
    .map(([, markdown, html]) => (markdown ?? html ?? '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => posix.join(posix.dirname(page), target).replace(/\/$/, ''));
}

const pages = [...published].filter(([path]) => path === 'README.md' || /^docs\/[^/]+\.md$/.test(path));

describe('links', () => {
  it('are found', () => {
    expect(pages.length).toBeGreaterThan(2);
    const text = '[a](b.md#c) ![p](p.png) [w](https://example.com) `[x](x)`\n```md\n[y](y)\n```\n<a href="../e/">e</a>';
    expect(linksIn('docs/a.md', text)).toEqual(['docs/b.md', 'e']);
    expect([isPacked('docs/a.md'), isPacked('test/a.md'), isPacked('LICENSE')]).toEqual([true, false, true]);
  });

  it.each(pages)('of %s lead to files', (page, text) => {
    expect(linksIn(page, text).filter((target) => !existsSync(root + target))).toEqual([]);
  });

  it.each(pages)('of %s work in the npm package', (page, text) => {
    const outside = linksIn(page, text).filter((target) => !isPacked(target) && !ofTheRepository.includes(target));
    expect(outside).toEqual([]);
  });

  it('the package brings only what there is', () => {
    const missing = manifest.files.filter(
      (path) => !built.includes(path) && !statSync(root + path.replace(/^!/, ''), { throwIfNoEntry: false }),
    );
    expect(missing).toEqual([]);
  });
});
