import { canPrecede, carriesSamlRequest, differ, samlResponses } from '../terms/index.js';
import { samlCore, samlProfiles } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC035',
  name: 'saml-inresponseto',
  severity: 'error',
  what: "A SAML response doesn't name the request that it answers, or names one where there was none.",
  why: 'InResponseTo ties the response to the request that this browser made. An unsolicited response must not have it.',
  attack: [
    "The attacker takes a response to another request, or one of their own, and posts it in the victim's browser.",
    "A service provider that doesn't compare signs in the wrong user.",
  ],
  fix: 'set inResponseTo to the id of the request; leave it out of an unsolicited response',
  sources: [samlProfiles('4.1.4.2'), samlProfiles('4.1.4.3'), samlProfiles('4.1.5'), samlCore('3.2.2')],
  needs: 'SAML response with its data',
  subjects: samlResponses,
  *check({ placed, saml, carrier }, { messages }) {
    const request = messages.findLast(
      (candidate) =>
        canPrecede(candidate, placed) &&
        carriesSamlRequest(candidate) &&
        candidate.message.saml !== placed.message.saml,
    );
    const { inResponseTo } = saml;
    const at = { span: inResponseTo?.span ?? carrier.span, step: placed.message };
    const asked = request?.message.saml?.id;
    if (request && !inResponseTo) yield { message: 'the SAML response does not name the request that it answers', at };
    else if (inResponseTo && asked && differ(inResponseTo, asked))
      yield { message: `InResponseTo is ${inResponseTo.plain}, but the request has the id ${asked.plain}`, at };
    else if (!request && inResponseTo)
      yield { message: 'an unsolicited SAML response must not have InResponseTo', at, source: samlProfiles('4.1.5') };
  },
});
