import { differ, find, isLiteral, jwtsOf, withoutParameters } from '../terms/index.js';
import type { Facts, Parameter, Placed } from '../terms/index.js';
import { oauth21, rfc, rfc7523bis } from '../cite.js';
import { lintRule } from '../rule.js';

interface Audience {
  readonly audience: Parameter;
  readonly placed: Placed;
}

export const rule = lintRule({
  id: 'SEC025',
  name: 'client-assertion-audience',
  severity: 'warning',
  what: "A client assertion has an audience other than the authorization server's issuer identifier.",
  why: "A client that takes the endpoint from metadata can be tricked into naming another server's, and every audience in a list can use the assertion.",
  attack: [
    "The attacker runs one of the client's servers, and publishes a victim server's token endpoint as its own.",
    'The client sends them an assertion that the victim accepts.',
  ],
  fix: 'set aud to the issuer identifier of the server, as its only value',
  sources: [rfc7523bis('4'), rfc(7523, '3'), rfc(9126, '2'), oauth21('2.4')],
  needs: 'client assertion with its audience',
  subjects: (facts) => audiences(facts),
  *check({ audience, placed }, { flow }) {
    const [only, ...more] = audience.values;
    const url = placed.message.request?.url;
    if (!only) return;
    if (more.length > 0) yield { message: 'the client assertion should have one audience, the issuer', at: audience };
    else if (url && isLiteral(url) && withoutParameters(url.plain) === only.plain && only.plain !== flow.issuer?.plain)
      yield { message: 'the audience of the client assertion is the endpoint, but should be the issuer', at: audience };
    else if (flow.issuer && differ(flow.issuer, only))
      yield {
        message: `the audience of the client assertion should be the issuer, ${flow.issuer.plain}`,
        at: audience,
      };
  },
});

const audiences = ({ messages }: Facts): readonly Audience[] =>
  messages.flatMap((placed) =>
    jwtsOf(placed).flatMap(({ name, claims }) => {
      const audience = claims && find(claims, 'aud');
      return audience && name === 'client_assertion' ? [{ audience, placed }] : [];
    }),
  );
