import { checkSecrets, SECRET_RULE, secretFix } from '../../secrets/index.js';
import { rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  ...SECRET_RULE,
  severity: 'error',
  milder:
    "warning for a random value next to a secret's name in a sentence and for an expired JWT, info for a JWT of an example",
  what: 'A file contains what looks like a live secret.',
  why: 'Diagrams and pages are published, and stay in the history of a repository forever.',
  attack: [
    'The attacker searches public repositories and pages for known token formats, which takes a program minutes.',
    'They use the secret before anybody notices.',
  ],
  fix: secretFix,
  sources: [rfc(6749, '10.3')],
  needs: 'text',
  subjects: ({ sources }) => sources,
  *check(source, { now, samples }) {
    for (const { message, span, severity } of checkSecrets(source, { now, samples, isStrict: true }))
      yield { message, at: { span, step: null }, severity };
  },
});
