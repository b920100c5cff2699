import { differ, find, has, placeOfText, valueOf } from '../terms/index.js';
import type { Facts, Parameter, Parameters, Placed } from '../terms/index.js';
import { sliceText } from '../../source/index.js';
import type { Text } from '../../source/index.js';
import { discovery, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC041',
  name: 'endpoint-not-in-metadata',
  severity: 'warning',
  what: "A request goes to another address than the one in the server's metadata, which the same flow shows.",
  why: 'Whoever follows the flow sends codes, secrets and tokens to an address that the server does not name as its own, or trusts metadata that nobody uses.',
  attack: [
    'The attacker gets readers to use an address that the metadata does not have, such as an old one that is free again.',
    'Their clients send codes and credentials there.',
  ],
  fix: 'send the request to the endpoint of the metadata, or correct the metadata',
  sources: [rfc(8414, '2'), rfc(8414, '6.2'), discovery('3')],
  needs: 'metadata of a server with its endpoints, and a request to one of them',
  subjects: pairsOf,
  *check({ endpoint, request, url }) {
    const [named] = endpoint.values;
    if (named && differ(pathOnly(named), pathOnly(url)))
      yield {
        message: `the request goes to ${pathOnly(url).plain}, but the metadata has ${named.plain} as ${endpoint.name}`,
        at: placeOfText(url, request.message),
      };
  },
});

interface Pair {
  readonly endpoint: Parameter;
  readonly request: Placed;
  readonly url: Text;
}

const endsIn = (pattern: RegExp) => (placed: Placed) => pattern.test(placed.message.request?.path ?? '');

/** How a request to an endpoint is recognized, by the endpoint's name in the metadata (RFC 8414 §2). */
const isRequestTo: Readonly<Record<string, (placed: Placed) => boolean>> = {
  authorization_endpoint: ({ message, sent }) => message.channel === 'front' && has(sent, 'response_type'),
  token_endpoint: ({ sent }) => has(sent, 'grant_type'),
  userinfo_endpoint: endsIn(/\/userinfo$/i),
  introspection_endpoint: endsIn(/\/(?:introspect|introspection)$/i),
  revocation_endpoint: endsIn(/\/(?:revoke|revocation)$/i),
  registration_endpoint: ({ message, sent }) => message.request?.method === 'POST' && has(sent, 'redirect_uris'),
  pushed_authorization_request_endpoint: endsIn(/\/par$/i),
  device_authorization_endpoint: endsIn(/\/device_authorization$/i),
  jwks_uri: endsIn(/\/jwks(?:\.json)?$/i),
};

/** Each endpoint of the metadata with the requests to it, in whatever order: metadata may be drawn where it is needed. */
function pairsOf(facts: Facts): readonly Pair[] {
  const documents = facts.messages.filter(({ returned }) => isMetadata(returned));
  return documents.flatMap((document) =>
    facts.messages.flatMap((request) => endpointsOf(document, request, documents.length === 1)),
  );
}

const isMetadata = (returned: Parameters): boolean =>
  valueOf(returned, 'issuer') !== null && Object.keys(isRequestTo).some((name) => has(returned, name));

/** UserInfo may be at another server than the one that the metadata describes; other endpoints are its own. */
function endpointsOf(document: Placed, request: Placed, isOnly: boolean): readonly Pair[] {
  const url = request.message.request?.url;
  if (!url) return [];
  return Object.entries(isRequestTo).flatMap(([name, isIt]) => {
    const endpoint = find(document.returned, name);
    const isTheirs = request.to.id === document.from.id || (isOnly && name === 'userinfo_endpoint');
    return endpoint && isTheirs && isIt(request) ? [{ endpoint, request, url }] : [];
  });
}

/** Without query and fragment. */
function pathOnly(url: Text): Text {
  const end = url.plain.search(/[?#]/);
  return end === -1 ? url : sliceText(url, 0, end);
}
