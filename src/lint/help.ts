/** A rule's words for code hosts, which show them beside a finding. */
import type { RuleText } from './rule.js';

/** As Markdown, without examples. */
export const helpOf = ({ id, why, attack, fix, sources }: RuleText): string =>
  [
    why,
    `**Attack.** ${attack.join(' ')}`,
    `**Mend it:** ${fix}.`,
    `**Sources:** ${sources.map(({ name, url }) => `[${name}](${url})`).join(', ')}`,
    `\`authflow explain ${id}\` shows examples.`,
  ].join('\n\n');
