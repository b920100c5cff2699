import type { Run } from '../grammar/index.js';
import { UsageError } from '../world/index.js';
import { nearestOf } from '../../source/index.js';

/** Explains security rules; without a name, all of them. */
export const runExplain: Run = async ({ stdout }, { paths: names }) => {
  const { explainRule, explainRules, rules } = await import('../../lint/index.js');
  const chosen = names.map((name) => {
    const wanted = name.toLowerCase();
    const rule = rules.find((known) => known.id.toLowerCase() === wanted || known.name === wanted);
    if (rule) return rule;
    const known = rules.flatMap(({ id, name: own }) => [id, own]);
    throw new UsageError(`there is no security rule ${JSON.stringify(name)}; ${nearestOf(name, 'rules', known)}`);
  });
  stdout.write(chosen.length === 0 ? explainRules() : chosen.map(explainRule).join('\n'));
  return { diagnostics: [], paths: [], printsData: true };
};
