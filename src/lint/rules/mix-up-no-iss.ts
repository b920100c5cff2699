import { clientOf, find, has } from '../terms/index.js';
import type { Facts, Redirect } from '../terms/index.js';
import { mcp, oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC034',
  name: 'mix-up-no-iss',
  severity: 'warning',
  what: "A client uses several authorization servers, and a response doesn't name its server.",
  why: "The client can't distinguish the responses of its servers, and sends the code to the wrong token endpoint.",
  attack: [
    'The attacker runs one of the servers, and sends the user to another.',
    "The client takes the response for the attacker's, and sends the code there.",
  ],
  fix: 'return iss (RFC 9207) and compare it, or use a redirect URI for each server',
  sources: [
    rfc(9207, '2'),
    rfc(9207, '2.4'),
    rfc(9700, '4.4.2'),
    oauth21('7.15'),
    mcp('Authorization Response Validation'),
  ],
  needs: 'authorization response to a client with several servers',
  subjects: (facts) => (meetsSeveral(facts) ? responses(facts) : []),
  *check({ parameters }) {
    const at = find(parameters, 'code') ?? find(parameters, 'error');
    if (at && !has(parameters, 'iss'))
      yield { message: 'the authorization response should name its issuer, `iss`', at };
  },
});

/** Responses without an ID Token or a signed response (JARM), both of which name the issuer. */
const responses = ({ authorizationResponses }: Facts): readonly Redirect[] =>
  authorizationResponses.filter(
    ({ parameters }) => (has(parameters, 'code') || has(parameters, 'error')) && !has(parameters, 'id_token'),
  );

/**
 * Whether one client requests authorization from several servers. Two servers are not enough: a server that lets users sign in
 * at another one is itself the client of that one, and the first client uses only one server.
 */
function meetsSeveral(facts: Facts): boolean {
  if (facts.profiles.has('mcp')) return true;
  const servers = new Map<string, Set<string>>();
  const add = (client: string, server: string) =>
    servers.set(client, (servers.get(client) ?? new Set<string>()).add(server));
  for (const { from, to, grant } of facts.tokenRequests) if (grant.plain === 'authorization_code') add(from.id, to.id);
  for (const authorization of facts.authorizations) {
    const client = clientOf(authorization, facts);
    if (client && authorization.server !== null) add(client.id, authorization.server);
  }
  return [...servers.values()].some(({ size }) => size > 1);
}
