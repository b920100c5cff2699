import {
  differ,
  find,
  isLiteral,
  samlGrants,
  samlResponses,
  showsAssertion,
  withoutParameters,
} from '../terms/index.js';
import type { SamlDelivery } from '../terms/index.js';
import { rfc, samlProfiles } from '../cite.js';
import { lintRule } from '../rule.js';
import type { Fault } from '../rule.js';

export const rule = lintRule({
  id: 'SEC036',
  name: 'saml-unprotected',
  severity: 'error',
  what: 'A SAML response is not signed, lacks the audience, the recipient or an expiry, or is sent in a URL.',
  why: 'The signature proves the issuer, audience and recipient name the receiver, and NotOnOrAfter is the expiry. Without one of them, a response can be forged, or used elsewhere or later.',
  attack: [
    "The attacker runs one service provider and receives a user's response.",
    'They post it to another service provider, which signs them in as the user.',
  ],
  fix: 'sign the assertion, name audience, recipient and notOnOrAfter, and use the POST binding',
  sources: [
    samlProfiles('4.1.4.2'),
    samlProfiles('4.1.4.3'),
    samlProfiles('4.1.4.5'),
    samlProfiles('4.1.2'),
    rfc(7522, '3'),
  ],
  needs: 'SAML response with the data of its assertion',
  subjects: (facts) => [...samlResponses(facts), ...samlGrants(facts)].filter(({ saml }) => showsAssertion(saml)),
  *check(delivery) {
    const { saml, carrier, placed } = delivery;
    if (saml.signed !== true)
      yield { message: 'the SAML assertion is not signed', at: carrier, source: samlProfiles('4.1.4.5') };
    const missing = [
      ...(saml.audience ? [] : ['audience']),
      ...(saml.recipient ? [] : ['recipient']),
      ...(saml.notOnOrAfter ? [] : ['notOnOrAfter']),
    ];
    if (missing.length > 0) yield { message: `the SAML assertion lacks ${missing.join(', ')}`, at: carrier };
    yield* checkRecipient(delivery);
    const inUrl = find(placed.query, 'SAMLResponse');
    if (inUrl)
      yield {
        message: 'a SAML response must not use the Redirect binding',
        at: inUrl,
        source: samlProfiles('4.1.2'),
      };
  },
});

function* checkRecipient({ saml: { recipient }, placed: { message } }: SamlDelivery): Iterable<Fault> {
  const url = message.request?.url;
  const isWhole = url && /^https?:/i.test(url.plain);
  if (!recipient || !isWhole || !isLiteral(url) || withoutParameters(url.plain) === recipient.plain) return;
  if (differ(recipient, url))
    yield {
      message: `the recipient is ${recipient.plain}, but the response goes to ${url.plain}`,
      at: { span: recipient.span ?? message.span, step: message },
    };
}
