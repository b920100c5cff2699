import {
  asked,
  authorizationBefore,
  clientOf,
  differ,
  find,
  hostOf,
  isLoopback,
  placeOfText,
  withoutParameters,
} from '../terms/index.js';
import type { Facts, Place } from '../terms/index.js';
import type { Text } from '../../source/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

/** A redirect URI, and the URIs of which it must be one. */
interface Comparison {
  readonly uri: Text;
  readonly at: Place;
  readonly allowed: readonly Text[];
  readonly what: string;
  readonly same: (one: string, other: string) => boolean;
}

export const rule = lintRule({
  id: 'SEC020',
  name: 'redirect-uri-mismatch',
  severity: 'error',
  what: 'A redirect URI differs from the registered one, or between the request, the response and the token request.',
  why: 'Servers compare the strings exactly. With one more slash it is another URI, and the flow fails or, if the comparison is loose, leaks the code.',
  attack: [
    "A loose comparison accepts the attacker's variation of the registered URI.",
    'The code goes to a page that they control.',
  ],
  fix: 'use exactly the same URI everywhere',
  sources: [rfc(9700, '4.1.3'), rfc(6749, '4.1.3'), rfc(9700, '2.1'), rfc(8252, '7.3'), oauth21('2.3.1')],
  needs: 'redirect URI that is compared with another',
  subjects: (facts) => [...withRegistered(facts), ...ofTokenRequests(facts), ...ofResponses(facts)],
  *check({ uri, at, allowed, what, same }) {
    if (allowed.some((other) => !differ(uri, other) || same(uri.plain, other.plain))) return;
    yield { message: `${uri.plain} is not ${what}, ${allowed.map(({ plain }) => plain).join(' or ')}`, at };
  },
});

const exactly = (one: string, other: string): boolean => one === other;

/** The port of a loopback redirect may vary (RFC 8252 §7.3). */
function asRegistered(one: string, other: string): boolean {
  const withoutPort = (url: string) => url.replace(/^(http:\/\/(?:\[[^\]]*\]|[^/:?#[]*)):[^/?#]+/i, '$1');
  const bothLoopback = isLoopback(one) && hostOf(one) === hostOf(other);
  return bothLoopback ? withoutPort(one) === withoutPort(other) : one === other;
}

const withRegistered = (facts: Facts): readonly Comparison[] =>
  facts.known.flatMap((request) => {
    const registered = clientOf(request, facts)?.redirectUris ?? [];
    const sent = find(request.parameters, 'redirect_uri');
    const [uri] = sent?.values ?? [];
    if (!sent || !uri || registered.length === 0) return [];
    return [{ uri, at: sent, allowed: registered, what: 'the registered redirect URI', same: asRegistered }];
  });

const ofTokenRequests = (facts: Facts): readonly Comparison[] =>
  facts.tokenRequests.flatMap((token) => {
    const sent = find(token.sent, 'redirect_uri');
    const request = authorizationBefore(token, token.to.id, facts);
    const asking = request && asked(request, 'redirect_uri');
    const [uri] = sent?.values ?? [];
    if (!sent || !uri || !asking) return [];
    return [{ uri, at: sent, allowed: [asking], what: 'the one of the authorization request', same: exactly }];
  });

/** A relative location doesn't give a redirect URI. */
const ofResponses = (facts: Facts): readonly Comparison[] =>
  facts.authorizationResponses.flatMap(({ location, placed, parameters }) => {
    const request = authorizationBefore(placed, placed.from.id, facts);
    const asking = request && asked(request, 'redirect_uri');
    const answers = ['code', 'error', 'access_token', 'id_token'].some((name) => find(parameters, name));
    if (!location || !asking || !answers || !/^[a-z][\w+.-]*:/i.test(location.plain)) return [];
    const same = (one: string, other: string) => withoutParameters(one) === withoutParameters(other);
    return [
      {
        uri: location,
        at: placeOfText(location, placed.message),
        allowed: [asking],
        what: 'the one of the authorization request',
        same,
      },
    ];
  });
