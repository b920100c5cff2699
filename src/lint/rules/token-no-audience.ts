import { claimsOf, find, has, isServer } from '../terms/index.js';
import type { Facts, Parameters, Place, Placed, TokenRequest } from '../terms/index.js';
import { mcp, rfc } from '../cite.js';
import type { Fault } from '../rule.js';
import { lintRule } from '../rule.js';

const names = ['resource', 'audience', 'scope', 'authorization_details'];
/** Grants for tokens that an earlier request asked for. */
const continuing = ['authorization_code', 'refresh_token'];

interface Asking {
  readonly parameters: Parameters;
  readonly at: Place;
  readonly grant: string | null;
}

export const rule = lintRule({
  id: 'SEC022',
  name: 'token-no-audience',
  severity: 'error',
  milder: 'info without the profile mcp',
  what: 'No request names the resource that the token is for.',
  why: 'A token that every API accepts opens all of them: each API that receives it can use it at the others.',
  attack: [
    'The attacker runs one API that the client calls, or breaks into it.',
    'They use the token that it received at the other APIs.',
  ],
  fix: 'add resource (RFC 8707) or a scope',
  sources: [
    rfc(9700, '2.3'),
    rfc(8707, '2'),
    rfc(9700, '4.10.2'),
    rfc(9728, '7.4'),
    mcp('Resource Parameter Implementation'),
  ],
  needs: 'resource server and a request for an access token',
  subjects: (facts) => (facts.flow.participants.some(({ kind }) => kind === 'resource-server') ? groups(facts) : []),
  check: (all, { profiles, messages }) => (profiles.has('mcp') ? withoutResource(all) : withoutAny(all, messages)),
});

/** One subject: all requests of the flow. None where the request that may name the resource is not shown. */
function groups(facts: Facts): readonly (readonly Asking[])[] {
  const { authorizations, known, tokenRequests, profiles } = facts;
  if (authorizations.length > known.length) return [];
  const isShown = known.length > 0 || tokenRequests.some(({ grant }) => !continuing.includes(grant.plain));
  if (!isShown && !profiles.has('mcp')) return [];
  const all = [
    ...known.map(({ parameters, marker }) => ({ parameters, at: marker, grant: null })),
    ...tokenRequests.flatMap(asAsking),
  ];
  return all.length > 0 ? [all] : [];
}

/** In Google's dialect, an assertion has the scope of the token. */
function asAsking({ sent, grant, message }: TokenRequest): readonly Asking[] {
  const at = find(sent, 'grant_type');
  const parameters = [...sent, ...(claimsOf(message, 'assertion') ?? [])];
  return at ? [{ parameters, at, grant: grant.plain }] : [];
}

/** A device, or a client without a browser, starts with a request of its own (RFC 8628 §3.1). */
function withoutAny(all: readonly Asking[], messages: readonly Placed[]): readonly Fault[] {
  const [first] = all;
  const asked = [
    ...all.map(({ parameters }) => parameters),
    ...messages.filter(({ to }) => isServer(to)).map(({ sent }) => sent),
  ];
  if (!first || asked.some((parameters) => names.some((name) => has(parameters, name)))) return [];
  return [{ message: 'no request names the resource that the token is for', at: first.at, severity: 'info' }];
}

/** MCP: clients must send `resource` in both requests. */
const withoutResource = (all: readonly Asking[]): readonly Fault[] =>
  all
    .filter(({ grant }) => grant === null || continuing.includes(grant))
    .filter(({ parameters }) => !has(parameters, 'resource'))
    .map(({ at }) => ({
      message: 'the request has no `resource`: an MCP client must name the server that the token is for',
      at,
      source: mcp('Resource Parameter Implementation'),
    }));
