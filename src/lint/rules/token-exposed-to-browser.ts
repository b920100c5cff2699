import { allNamed, isPerson } from '../terms/index.js';
import { rfc } from '../cite.js';
import { lintRule } from '../rule.js';

const names: ReadonlySet<string> = new Set(['access_token', 'refresh_token', 'id_token']);

export const rule = lintRule({
  id: 'SEC021',
  name: 'token-exposed-to-browser',
  severity: 'error',
  milder: 'warning for an access token or ID Token without the profile bff (a token-mediating backend)',
  what: 'A backend passes a token to the browser.',
  why: "An injected script can read everything that the page can read. It can't steal a token that stays in the backend.",
  attack: [
    'The attacker injects a script into the page, through one of its many dependencies.',
    'The script sends the tokens home, and they work from anywhere.',
  ],
  fix: 'keep tokens on the server, and give the browser a session cookie',
  sources: [rfc(10017, '6.1.3.1'), rfc(10017, '6.1'), rfc(10017, '6.2'), rfc(9700, '4.14.2')],
  needs: 'response of a backend to the browser',
  subjects: ({ messages }) =>
    messages.filter(
      ({ message, from, to }) =>
        message.response !== null && ['confidential-client', 'relying-party'].includes(from.kind) && isPerson(to),
    ),
  *check({ from, returned }, { profiles }) {
    for (const parameter of allNamed(returned, names)) {
      const isWorst = profiles.has('bff') || parameter.name === 'refresh_token';
      const severity = isWorst ? 'error' : 'warning';
      yield { message: `${from.id} passes \`${parameter.name}\` to the browser`, at: parameter, severity };
    }
  },
});
