import { asked, authorizationBefore, differ, find } from '../terms/index.js';
import type { Facts, Redirect } from '../terms/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

const names = ['code', 'error', 'access_token', 'id_token'];

export const rule = lintRule({
  id: 'SEC011',
  name: 'state-not-echoed',
  severity: 'error',
  what: "An authorization response doesn't return the `state` of its request.",
  why: 'The client compares the two. A response without it must be refused, so a flow that shows one teaches clients not to check.',
  attack: [
    "The attacker makes the victim's browser open a response with the attacker's code.",
    'A client that accepts it without state signs the victim in as the attacker.',
  ],
  fix: 'return state exactly as it was sent',
  sources: [rfc(6749, '4.1.2'), rfc(6749, '4.1.2.1'), oauth21('4.1.2')],
  needs: 'authorization request with state and its response',
  subjects: answers,
  *check({ redirect: { parameters, placed }, facts }) {
    const request = authorizationBefore(placed, placed.from.id, facts);
    const sent = request && asked(request, 'state');
    const returned = find(parameters, 'state');
    const value = returned?.values[0];
    const at = returned ?? names.map((name) => find(parameters, name)).find((parameter) => parameter !== null);
    if (!sent || !at) return;
    if (!value) yield { message: 'the authorization response does not return `state`', at };
    else if (differ(sent, value))
      yield { message: 'the `state` of the response differs from the one of the request', at };
  },
});

function answers(facts: Facts): readonly { readonly redirect: Redirect; readonly facts: Facts }[] {
  return facts.authorizationResponses
    .filter(({ parameters }) => names.some((name) => find(parameters, name)))
    .filter(({ placed }) => {
      const request = authorizationBefore(placed, placed.from.id, facts);
      return request !== null && asked(request, 'state') !== null;
    })
    .map((redirect) => ({ redirect, facts }));
}
