import { find, firstValue, header, isLiteral, passesFront, placeOfField } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

const FORM = 'application/x-www-form-urlencoded';

export const rule = lintRule({
  id: 'SEC032',
  name: 'token-endpoint-request',
  severity: 'error',
  milder: 'warning for a JSON body without a Content-Type header',
  what: 'A token request is not a POST, passes through the browser, or has no form body.',
  why: 'A GET puts codes and credentials into URLs, and a request through the browser exposes them. The endpoint expects forms.',
  attack: [
    'The attacker reads the code or the credentials in a log or the history.',
    'They send the same request first.',
  ],
  fix: `make it a direct POST with ${FORM}`,
  sources: [rfc(6749, '3.2'), rfc(6749, '4.1.3'), rfc(6749, 'B'), oauth21('3.2'), oauth21('3.2.2')],
  needs: 'token request',
  subjects: ({ tokenRequests }) => tokenRequests,
  *check(token, facts) {
    const { request, sent, message } = token;
    const at = find(sent, 'grant_type');
    if (!at) return;
    if (request.method !== 'POST') yield { message: `a token request must be a POST, not a ${request.method}`, at };
    else if (passesFront(token, facts)) yield { message: 'a token request must not pass through the browser', at };
    const type = header(request.headers, 'content-type');
    const value = firstValue(type);
    if (type && isLiteral(value) && !value.plain.toLowerCase().startsWith(FORM))
      yield { message: `a token request must be a form, not ${value.plain}`, at: placeOfField(type, message) };
    else if (request.json) yield { message: 'a token request must be a form, not JSON', at, severity: 'warning' };
  },
});
