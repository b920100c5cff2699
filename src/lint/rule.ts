/** Defines a security rule: a fact that is true for every safe flow, and its explanation. */
import type { Facts, Place } from './terms/index.js';
import type { Severity, Diagnostic, Span } from '../source/index.js';
import type { Citation } from './cite.js';
import type { Message } from '../model/index.js';

/** The explanation of a rule, printed by `authflow explain`, and in docs/security-rules.md. */
export interface RuleText {
  /** `SEC006`; never reused for another rule. */
  readonly id: string;
  /** The mistake, kebab-case; also the file's name. */
  readonly name: string;
  /** The highest severity that it reports. */
  readonly severity: Severity;
  /** When it reports less: `warning for a confidential client`. */
  readonly milder?: string;
  /** What the rule looks for, in one sentence. */
  readonly what: string;
  readonly why: string;
  /** How the mistake is exploited, in two lines: what the attacker does, and what the result is. */
  readonly attack: readonly [string, string];
  /** How to fix it, as an instruction. */
  readonly fix: string;
  /** The first one is the default for findings. */
  readonly sources: readonly [Citation, ...Citation[]];
  /** What a flow must show for the rule to apply: `authorization request with its parameters`. */
  readonly needs: string;
}

/** One place where the fact is not true. */
export interface Fault {
  /** One sentence for the author, without a full stop. */
  readonly message: string;
  readonly at: Place;
  /** Default: the rule's. */
  readonly fix?: string;
  /** Default: the rule's. */
  readonly severity?: Severity;
  /** Default: the rule's first. */
  readonly source?: Citation;
}

export interface LintRule extends RuleText {
  /** Null if the flow has nothing that the rule could check: the rule is then skipped, not passed. */
  readonly check: (facts: Facts) => readonly Fault[] | null;
}

interface Definition<Subject> extends RuleText {
  /** What the rule checks. */
  readonly subjects: (facts: Facts) => readonly Subject[];
  readonly check: (subject: Subject, facts: Facts) => Iterable<Fault>;
}

export function lintRule<Subject>({ subjects, check, ...text }: Definition<Subject>): LintRule {
  return {
    ...text,
    check: (facts) => {
      const found = subjects(facts);
      return found.length === 0 ? null : found.flatMap((subject) => [...check(subject, facts)]);
    },
  };
}

/** A diagnostic of a security rule; its code is the rule's id. */
export interface Finding extends Diagnostic {
  readonly rule: LintRule;
  /** The section of the standard that the rule comes from. */
  readonly source: Citation;
  readonly span: Span;
  /** How to fix it. */
  readonly fix: string;
  /** The fix, the section and its link. */
  readonly hint: string;
  /** The message with the mistake; null for a finding that belongs to no message. */
  readonly step: Message | null;
}
