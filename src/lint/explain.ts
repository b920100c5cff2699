/** Explains rules as Markdown, for `authflow explain` and for docs/security-rules.md. */
import { examples } from 'packaged:lint-examples';
import { rules } from './rules/index.js';
import { severityNames } from '../source/index.js';
import type { LintRule } from './rule.js';

/** Explains one rule in full. Ends with a line break. */
export function explainRule(rule: LintRule): string {
  const { bad, good } = examples[rule.name] ?? { bad: '', good: '' };
  return [
    `## ${rule.id} ${rule.name}`,
    `${rule.what} **${severityOf(rule)}**`,
    rule.why,
    `**Attack.**\n\n${rule.attack.map((line, at) => `${at + 1}. ${line}`).join('\n')}`,
    `**Fix.** ${capitalize(rule.fix)}.`,
    `Bad:\n\n${fenced(bad)}`,
    `Good:\n\n${fenced(good)}`,
    `A flow without ${withArticle(rule.needs)} skips this rule.`,
    `Sources: ${rule.sources.map(({ name, url }) => `[${name}](${url})`).join(', ')}`,
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

/** Explains all rules: a table, then each rule. */
export function explainRules(): string {
  const rows = rules.map(
    ({ id, name, severity, what }) =>
      `| [${id}](#${id.toLowerCase()}-${name}) | ${severityNames[severity]} | ${what} |`,
  );
  return [
    `# Security rules\n\n${introduction}`,
    ['| Rule | Worst | What it finds |', '| --- | --- | --- |', ...rows].join('\n') + '\n',
    ...rules.map(explainRule),
  ].join('\n');
}

const introduction = `\`authflow lint\` checks flows against these ${rules.length} rules. Each finding cites the section of the standard that it
comes from. A rule that has nothing to check in a flow is skipped, which is not the same as passed. A flow that breaks a rule
on purpose allows it, with the reason:

\`\`\`yaml
lint:
  allow:
    SEC013: A page about what older apps did
\`\`\`

An allowance that is no longer needed is reported.
`;

function severityOf({ severity, milder }: LintRule): string {
  const worst = capitalize(severityNames[severity]);
  return milder === undefined ? `${worst}.` : `${worst}; ${milder.replaceAll(/\binfo\b/g, severityNames.info)}.`;
}

/** An example without the keys that every flow file has. */
const fenced = (example: string): string => `\`\`\`yaml\n${example.replace(/^(?:id|title|include):.*\n/gm, '')}\`\`\``;

const withArticle = (noun: string): string => `${/^(?:[aeio]|un)/i.test(noun) ? 'an' : 'a'} ${noun}`;

const capitalize = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
