import { createHash } from 'node:crypto';
import type { Finding, RuleText } from '../../../lint/index.js';
import { positionAt } from '../../../source/index.js';
import type { Diagnostic, Edit, Fix, Position, Severity, Span } from '../../../source/index.js';
import { fullMessage, identityOf, placeOf } from './reporter.js';
import type { ReportContext, Reporter, SkippedRule } from './reporter.js';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/** SARIF 2.1.0 (docs.oasis-open.org/sarif), as GitHub's code scanning accepts it. */
export const reportSarif: Reporter = (diagnostics, context) => {
  const skipped = context.skipped ?? [];
  const told = [...diagnostics.flatMap((diagnostic) => ruleOf(diagnostic) ?? []), ...skipped.map(({ rule }) => rule)];
  const words = new Map(told.map((rule) => [rule.id, rule]));
  const rules = [...new Set([...diagnostics.map(({ code }) => code), ...words.keys()])].sort();
  const worst = (id: string): Severity | undefined =>
    severities.find((severity) => diagnostics.some((one) => one.code === id && one.severity === severity));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'authflow',
            version: context.version,
            rules: rules.map((id) => descriptor(id, words.get(id), worst(id))),
          },
        },
        ...(context.skipped && {
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: skipped.map((one) => notification(one, rules, context)),
            },
          ],
        }),
        // Our columns count UTF-16 units, which is not SARIF's default.
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => result(diagnostic, rules, context)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

/** A rule that had nothing to check (SARIF §3.58); if it were a result, code hosts would show it as an alert. */
const notification = ({ path, rule, reason }: SkippedRule, rules: readonly string[], context: ReportContext) => ({
  descriptor: { id: 'rule-skipped' },
  associatedRule: { id: rule.id, index: rules.indexOf(rule.id) },
  level: 'note',
  message: { text: `${rule.id} ${rule.name} was skipped: ${reason}` },
  locations: [{ physicalLocation: { artifactLocation: artifactLocation(path, context) } }],
});

/** The explanation of the rule, for a finding of a security rule. */
const ruleOf = (diagnostic: Diagnostic): RuleText | undefined =>
  'rule' in diagnostic ? (diagnostic as Finding).rule : undefined;

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** The scores by which GitHub sorts security findings: from 7 high, from 4 medium. A rule gets the score of its worst finding. */
const scores = { error: '8.0', warning: '5.0', info: '2.0' } as const satisfies Record<Severity, string>;

function descriptor(id: string, rule: RuleText | undefined, worst = rule?.severity) {
  if (!rule || !worst) return { id };
  const markdown = helpOf(rule);
  return {
    id,
    name: rule.name,
    shortDescription: { text: rule.what },
    fullDescription: { text: rule.why },
    help: { text: markdown, markdown },
    helpUri: rule.sources[0].url,
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: ['security'], precision: 'high', 'security-severity': scores[worst] },
  };
}

function result(diagnostic: Diagnostic, rules: readonly string[], context: ReportContext) {
  const { code, severity, span, related = [], fixes = [] } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    level: levels[severity],
    message: { text: fullMessage(diagnostic) },
    locations: span ? [{ physicalLocation: physicalLocation(span, context) }] : [],
    relatedLocations: related.map((other, index) => ({
      id: index + 1,
      message: { text: other.message },
      physicalLocation: physicalLocation(other.span, context),
    })),
    ...(fixes.length > 0 && { fixes: fixes.map((each) => sarifFix(each, context)) }),
    partialFingerprints: {
      'authflow/v1': createHash('sha256').update(identityOf(diagnostic, context)).digest('hex'),
    },
  };
}

/** SARIF §3.55: the edits of a fix by file. */
function sarifFix({ title, edits }: Fix, context: ReportContext) {
  const paths = [...new Set(edits.map(({ span }) => span.source.path))];
  return {
    description: { text: title },
    artifactChanges: paths.map((path) => ({
      artifactLocation: artifactLocation(path, context),
      replacements: edits.filter(({ span }) => span.source.path === path).map(replacement),
    })),
  };
}

/** An insertion deletes nothing, at its place (§3.57.3). */
const replacement = ({ span, text }: Edit) => ({
  deletedRegion: regionOf(positionAt(span.source, span.start), positionAt(span.source, span.end)),
  ...(text !== '' && { insertedContent: { text } }),
});

function physicalLocation(span: Span, context: ReportContext) {
  const { path, start, end } = placeOf(span);
  const location = { artifactLocation: artifactLocation(path, context) };
  return start && end ? { ...location, region: regionOf(start, end) } : location;
}

const regionOf = (start: Position, end: Position) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

const artifactLocation = (path: string, context: ReportContext) => ({
  uri: context.repositoryPath(path).split('/').map(encodeURIComponent).join('/'),
  uriBaseId: '%SRCROOT%',
});

/** The help as Markdown, without examples. */
const helpOf = ({ id, why, attack, fix, sources }: RuleText): string =>
  [
    why,
    `**Attack.** ${attack.join(' ')}`,
    `**Fix:** ${fix}.`,
    `**Sources:** ${sources.map(({ name, url }) => `[${name}](${url})`).join(', ')}`,
    `\`authflow explain ${id}\` shows examples.`,
  ].join('\n\n');
