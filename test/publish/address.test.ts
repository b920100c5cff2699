/** One file holds the address of the repository, and no other says something else. */
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { addressOf } from '../../build/address.js';
import { published } from './files.js';

const address = addressOf(manifest);

/** Wherever a repository named authflow is spoken of: its page, its Action, its image. */
const mentionsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?:github\.com\/|ghcr\.io\/|uses: )([\w.-]+\/authflow)\b/gi)].map(([, name = '']) => name);

/** Example domains (RFC 2606), the Action's own committer, and git's form of an address. */
const isNobodys = (mail: string): boolean =>
  /@([\w-]+\.)*example(\.(com|net|org))?$|^41898282\+github-actions|^git@/i.test(mail);
const mailsIn = (text: string): readonly string[] =>
  (text.match(/[\w.+[\]-]+@[a-z\d-]+(\.[a-z\d-]+)*\.[a-z]{2,}\b/gi) ?? []).filter((mail) => !isNobodys(mail));

describe('the address of the repository', () => {
  it('is that of its page and of its bugs, too', () => {
    expect(manifest.homepage).toBe(`https://github.com/${address}#readme`);
    expect(manifest.bugs.url).toBe(`https://github.com/${address}/issues`);
  });

  it('is the same in every file', () => {
    const found = [...published].flatMap(([path, text]) => mentionsIn(text).map((name) => `${path}: ${name}`));
    expect(found.filter((mention) => !mention.endsWith(`: ${address}`))).toEqual([]);
    for (const path of ['docs/ci.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md'])
      expect(found).toContain(`${path}: ${address}`);
    expect(mentionsIn('- uses: acme/authflow@v0\nghcr.io/acme/authflow:1.0.0')).toHaveLength(2);
  });

  it('is the only way to the maintainers: no file holds an address of e-mail', () => {
    expect([...published].flatMap(([path, text]) => mailsIn(text).map((mail) => `${path}: ${mail}`))).toEqual([]);
    expect(mailsIn('write to security@authflow.dev, not to ada@example.com')).toEqual(['security@authflow.dev']);
  });
});
