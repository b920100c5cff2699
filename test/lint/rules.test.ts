import { readFileSync } from 'node:fs';
import { examples } from 'packaged:lint-examples';
import { rules } from '../../src/lint/rules/rules.js';
import { describe, expect, it } from 'vitest';
import { lintRuleList } from '../../build/lint-rules.js';
import { explainRules } from '../../src/lint/explain.js';
import { lines, lintText } from './compile.js';

const lint = (name: string, kind: 'bad' | 'good') =>
  lintText(examples[name]?.[kind] ?? '', `src/lint/examples/${name}.${kind}.yaml`);

describe.each(rules.map((rule) => [rule.id, rule.name, rule] as const))('%s %s', (id, name, rule) => {
  it('reports its bad example, where the mistake is', () => {
    const found = lint(name, 'bad').findings.filter(({ code }) => code === id);
    expect(found.map(({ severity }) => severity)).toContain(rule.severity);
    for (const { span, hint } of found) {
      expect(span).toBeDefined();
      expect(hint).toContain('https://');
    }
  });

  it('words its findings as read', () => expect(lines(lint(name, 'bad'))).toMatchSnapshot());

  it('cites sections by links that open there', () => {
    for (const { name: cited, url } of rule.sources) {
      const { protocol, hash, pathname } = new URL(url);
      const [, number = ''] = /(?:§|Appendix )([A-Z\d.]+)$/.exec(cited) ?? [];
      expect(protocol).toBe('https:');
      // PDFs, and pages without numbers, have no such place.
      if (!/\.pdf$|modelcontextprotocol/.test(url))
        expect(hash.replace(/^.*[-.]?section[-.]|^#appendix-/, '')).toBe(number);
      if (cited.startsWith('RFC')) expect(pathname).toBe(`/rfc/${cited.split(' ').slice(0, 2).join('').toLowerCase()}`);
    }
  });

  it('is content with its good example', () => {
    const linted = lint(name, 'good');
    expect(lines(linted).filter((line) => !line.startsWith('info'))).toEqual([]);
    expect(linted.skipped.map(({ rule: { id: skipped } }) => skipped)).not.toContain(id);
  });
});

it('keeps docs/security-rules.md current: npm run docs', async () => {
  await expect(explainRules()).toMatchFileSnapshot('../../docs/security-rules.md');
});

it('lists every rule of the folder (npm run lint:rules)', () => {
  const written = readFileSync(new URL('../../src/lint/rules/rules.ts', import.meta.url), 'utf8');
  expect(written.replaceAll('\r\n', '\n')).toBe(lintRuleList());
});
