/** The rules of gitleaks for the forms of secrets; build/secret-rules.js translates them. */
import { lazily } from '../source/index.js';
import ruleSet from './gitleaks.json' with { type: 'json' };
import { entropy, isStandIn } from './random.js';
import { groupAt, groupOf } from './stretch.js';
import type { Found } from './stretch.js';

interface SecretRule {
  readonly id: string;
  /** `a GitHub token` */
  readonly type: string;
  /** In small letters: a text with none of them has no match. */
  readonly keywords: readonly string[];
  readonly pattern: string;
  readonly flags?: string;
  /** The secret has more bits per character. */
  readonly entropy?: number;
  /** The group of the secret. Default: the first one that has text, or the whole match. */
  readonly group?: number;
  /** Published samples. */
  readonly allowed?: readonly string[];
}

export const secretRules: readonly SecretRule[] = ruleSet.rules;

/** The rules by keyword. */
const prefilter = lazily(() => {
  const byKeyword = new Map<string, SecretRule[]>();
  for (const rule of secretRules)
    for (const word of rule.keywords) byKeyword.set(word, [...(byKeyword.get(word) ?? []), rule]);
  return { byKeyword, words: [...byKeyword.keys()] };
});

const compiled = new Map<string, RegExp>();

function patternOf({ id, pattern, flags = '' }: SecretRule): RegExp {
  const known = compiled.get(id) ?? new RegExp(pattern, `${flags}dg`);
  compiled.set(id, known);
  return known;
}

/** `has`: whether a word in small letters is in the text, whatever the case. */
export function findByRules(text: string, has: (word: string) => boolean): readonly Found[] {
  const { byKeyword, words } = prefilter();
  const rules = new Set(words.filter(has).flatMap((word) => byKeyword.get(word) ?? []));
  return [...rules].flatMap((rule) => findByRule(rule, text));
}

export const findByRule = (rule: SecretRule, text: string): readonly Found[] =>
  [...text.matchAll(patternOf(rule))].flatMap((match) => judge(rule, match, text));

/** gitleaks has no minimum for some rules, but a value without digits and letters in some order is none of theirs. */
const LEAST_ENTROPY = 2.5;

function judge(rule: SecretRule, match: RegExpExecArray, text: string): readonly Found[] {
  const { start, end, value } = rule.group === undefined ? groupOf(match) : groupAt(match, rule.group);
  if (entropy(value) <= (rule.entropy ?? LEAST_ENTROPY) || isStandIn(value)) return [];
  if (rule.allowed?.some((pattern) => new RegExp(pattern).test(value))) return [];
  if (isBesideName(rule) && !isNamed(match[0].slice(0, start - match.index), value)) return [];
  return [{ start, end: endOfToken(text, end), type: rule.type, kind: 'known' }];
}

const isBesideName = ({ pattern }: SecretRule): boolean => pattern.includes('=>');

/** A vendor's name before any identifier, such as a UUID or a hash, is not enough: something must say that it is secret. */
const isNamed = (before: string, value: string): boolean =>
  (/\d/.test(value) && !/^[\da-f-]+$/i.test(value)) || /key|token|secret|auth|pass|pwd|cred|api/i.test(before);

/** Some forms are shorter than tokens of later years: all of a token is hidden. */
function endOfToken(text: string, end: number): number {
  const rest = /[\w-]*/y;
  rest.lastIndex = end;
  return /[\w-]/.test(text.charAt(end - 1)) ? end + (rest.exec(text)?.[0].length ?? 0) : end;
}
