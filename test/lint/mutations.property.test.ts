/** Each catalogue flow is broken in each way that a rule is there for: that rule must see it, and no other must cry wolf. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintFlow } from '../../src/lint/lint-flow.js';
import { compileText, lines, root } from './compile.js';
import { brokenRules, mutantsOf } from './mutations.js';
import type { Finding } from '../../src/lint/rule.js';

const folder = new URL('flows/', root);
const catalogue = readdirSync(folder)
  .filter((file) => /^[^_].*\.yaml$/.test(file))
  .map((file) => [file, compileText(readFileSync(new URL(file, folder), 'utf8'), `flows/${file}`)] as const);

/** Errors of other rules that a mistake is as well. */
const companions: Readonly<Record<string, readonly string[]>> = {
  // A secret in the URL is a secret of the client too.
  SEC002: ['SEC003', 'SEC005'],
  SEC006: ['SEC008'],
  SEC010: ['SEC006', 'SEC008'],
  // A code comes beside the token, and needs what protects it.
  SEC013: ['SEC006'],
  // Where the assertion stood for the client, nothing does.
  SEC014: ['SEC004'],
  // What is signed names the URL.
  SEC017: ['SEC036', 'SEC037'],
  SEC018: ['SEC017', 'SEC020'],
  SEC019: ['SEC020'],
  SEC021: ['SEC001'],
  SEC032: ['SEC037'],
};

/** What the deprecated flows do, and allow themselves: they are their own mutants. */
const wrong: Readonly<Record<string, readonly string[]>> = {
  'implicit.yaml': ['SEC013'],
  'password.yaml': ['SEC014'],
};

const keyOf = ({ code, message, span }: Finding): string => JSON.stringify([code, message, span.start]);

describe.each(catalogue)('%s', (file, { flow, sources }) => {
  const lint = (changed = flow) => {
    const { findings, allowed, checked } = lintFlow(changed, { sources });
    return {
      all: [...findings.filter((found): found is Finding => 'rule' in found), ...allowed.map(({ finding }) => finding)],
      checked,
    };
  };
  const base = lint();
  const known = new Set(base.all.map(keyOf));

  it('is clean', () => {
    expect(lines(lintFlow(flow, { sources })).filter((line) => !line.startsWith('info'))).toEqual([]);
  });

  const deprecated = base.all.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  const applicable = base.checked.map(({ id }) => id).filter((id) => brokenRules.includes(id));

  it('is caught in each mistake that it could make', () => {
    const missed: string[] = [];
    for (const id of applicable.filter((one) => !deprecated.includes(one))) {
      const mutants = [...mutantsOf(flow, id)];
      if (mutants.length === 0) missed.push(`${id}: not broken`);
      for (const mutant of mutants) {
        const found = lint(mutant).all.filter((finding) => !known.has(keyOf(finding)));
        if (!found.some(({ code }) => code === id)) missed.push(`${id}: not seen`);
        const others = found.filter(
          ({ code, severity }) => severity === 'error' && code !== id && !companions[id]?.includes(code),
        );
        missed.push(...others.map(({ code, message }) => `${id}: also ${code} ${message}`));
      }
    }
    expect(missed).toEqual([]);
  });

  it('is caught with a secret in its text', () => {
    const { path, text } = flow.span.source;
    const source = { path, text: `${text}# ${['gh', 'p_', 'a1B2c3D4'.repeat(5)].join('')}\n` };
    const { findings } = lintFlow(flow, { sources: [source] });
    expect(findings).toMatchObject([...findings.filter(({ code }) => code !== 'SEC040'), { code: 'SEC040' }]);
  });

  it('asserts what is wrong with it', () => {
    expect(deprecated).toEqual(wrong[file] ?? []);
  });
});

it('breaks each rule somewhere', () => {
  const broken = brokenRules.filter((id) => catalogue.some(([, { flow }]) => !mutantsOf(flow, id).next().done));
  expect(broken).toEqual(brokenRules);
  // SEC040 looks at the text of a file, not at its flow.
  expect(broken).toEqual(Array.from({ length: 39 }, (_, at) => `SEC${String(at + 1).padStart(3, '0')}`));
});
