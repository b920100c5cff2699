/** Checks a flow against the published best practice of its protocols. */
import { rules as lintRules } from './rules/index.js';
import { gatherFacts } from './terms/index.js';
import type { Flow } from '../model/index.js';
import { maskSecrets } from '../secrets/index.js';
import type { Diagnostic, Source } from '../source/index.js';
import { applyAllowances } from './allowances.js';
import type { Fault, LintRule, Finding } from './rule.js';

export interface LintOptions {
  /** Tags in addition to the flow's own `profile`. */
  readonly profiles?: readonly string[] | undefined;
  /** Ids or names of the rules to check. Default: all. */
  readonly rules?: readonly string[] | undefined;
  /** The texts that the flow was read from. Default: the one that contains its id. */
  readonly sources?: readonly Source[] | undefined;
  /** Seconds since 1970, to recognize expired tokens. Default: no token counts as expired. */
  readonly now?: number | undefined;
  /** Published samples that look like secrets; matched exactly. */
  readonly samples?: readonly string[] | undefined;
}

export interface Linted {
  /** Findings, and mistakes in the flow's allowances, in the order of the file. */
  readonly findings: readonly (Finding | Diagnostic)[];
  /** Findings that the flow allows. */
  readonly allowed: readonly { readonly finding: Finding; readonly reason: string }[];
  /** Rules that had something to check. */
  readonly checked: readonly LintRule[];
  /** Rules that had nothing to check, which is not the same as passed. */
  readonly skipped: readonly { readonly rule: LintRule; readonly reason: string }[];
}

export function lintFlow(flow: Flow, options: LintOptions = {}): Linted {
  const facts = gatherFacts(flow, options);
  const rules = chooseRules(options.rules);
  const results = rules.map((rule) => ({ rule, faults: rule.check(facts) }));
  const findings = results.flatMap(({ rule, faults }) => (faults ?? []).map((fault) => toFinding(rule, fault)));
  const { kept, allowed, diagnostics } = applyAllowances(flow, sortByPlace(withoutRepeats(findings)), rules);
  const skipped = results.flatMap(({ rule, faults }) =>
    faults ? [] : [{ rule, reason: `the flow shows no ${rule.needs}` }],
  );
  const checked = results.flatMap(({ rule, faults }) => (faults ? [rule] : []));
  return { findings: [...diagnostics, ...kept], allowed, checked, skipped };
}

function chooseRules(names: readonly string[] | undefined): readonly LintRule[] {
  return names ? lintRules.filter(({ id, name }) => names.includes(id) || names.includes(name)) : lintRules;
}

function toFinding(rule: LintRule, { message, fix = rule.fix, at, severity, source }: Fault): Finding {
  const cited = source ?? rule.sources[0];
  return {
    code: rule.id,
    severity: severity ?? rule.severity,
    message: maskSecrets(message),
    span: at.span,
    fix,
    hint: `${fix}\n${cited.name}: ${cited.url}`,
    rule,
    source: cited,
    step: at.step,
  };
}

/** A redirect is two messages, but a mistake in one of its parameters is one finding. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, message, span }) => {
    const key = JSON.stringify([code, message, span.source.path, span.start]);
    return !seen.has(key) && seen.add(key);
  });
}

const sortByPlace = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((one, other) => one.span.start - other.span.start);

/** All rules, by id. */
