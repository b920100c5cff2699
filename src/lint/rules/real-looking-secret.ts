import { rfc } from '../cite.js';
import { lintRule } from '../rule.js';
import { findSecrets, hint } from '../secrets/find-secrets.js';

export const rule = lintRule({
  id: 'SEC040',
  name: 'real-looking-secret',
  severity: 'error',
  milder: "warning for a long random value beside a secret's name and for an expired JWT, info for a JWT of an example",
  what: 'A file holds what looks like a live secret.',
  why: 'Diagrams and pages are published, and stay in the history of a repository for ever.',
  attack: [
    'The attacker searches public repositories and pages for known forms of tokens, as programs do within minutes.',
    'They use the secret before anybody notices.',
  ],
  fix: 'revoke it if it was ever real, and write a ${PLACEHOLDER}',
  sources: [rfc(6749, '10.3')],
  needs: 'text',
  subjects: ({ sources }) => sources,
  *check(source, { now }) {
    for (const { start, end, type, severity } of findSecrets(source.text, now))
      yield {
        message: `${hint(source.text.slice(start, end))} looks like ${type}`,
        at: { span: { source, start, end }, step: null },
        severity,
      };
  },
});
