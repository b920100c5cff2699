import { isPlaceholder, redirectUrisIn } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC019',
  name: 'redirect-uri-pattern',
  severity: 'error',
  milder: 'warning for a private-use scheme without a dot',
  what: "A redirect URI is a pattern, is incomplete, has a fragment, or uses a scheme that isn't a reversed domain name.",
  why: 'The server compares redirect URIs exactly. A pattern matches more than its author thinks, and any app may claim a short scheme.',
  attack: [
    'The attacker finds a page, a subdomain or a scheme that the pattern also matches.',
    'They start the flow with it, and the code is sent to them.',
  ],
  fix: 'register complete URIs and match them exactly; a private-use scheme is a reversed domain name: com.example.app:/cb',
  sources: [rfc(9700, '4.1.3'), rfc(9700, '2.1'), rfc(6749, '3.1.2'), rfc(8252, '7.1'), oauth21('2.3.1')],
  needs: 'redirect URI',
  subjects: redirectUrisIn,
  *check({ uri, at }) {
    const { plain } = uri;
    if (plain.includes('*')) yield { message: `${plain} is a pattern, not a redirect URI`, at };
    else if (plain.includes('#'))
      yield { message: `redirect URI ${plain} has a fragment`, at, source: rfc(6749, '3.1.2') };
    if (isPlaceholder(uri)) return;
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
    if (scheme === undefined)
      yield { message: `redirect URI ${plain} is not absolute`, at, source: rfc(6749, '3.1.2') };
    else if (!['http', 'https', 'urn'].includes(scheme) && !scheme.includes('.'))
      yield {
        message: `the scheme of ${plain} should be a reversed domain name`,
        at,
        severity: 'warning',
        source: rfc(8252, '7.1'),
      };
  },
});
