import { answersTo, find, has, loopAround, pollingGrants, valueOf } from '../terms/index.js';
import type { Facts, Reply, TokenRequest } from '../terms/index.js';
import { ciba, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

const errors = ['authorization_pending', 'slow_down', 'access_denied', 'expired_token'];

interface Poll {
  readonly request: TokenRequest;
  readonly replies: readonly Reply[];
}

export const rule = lintRule({
  id: 'SEC028',
  name: 'poll-branches',
  severity: 'warning',
  what: "A polling loop doesn't show all responses that the client must handle.",
  why: "A client that doesn't handle slow_down continues to poll and is blocked; one that doesn't handle expired_token or access_denied polls forever.",
  attack: [
    'The attacker starts many sign-ins that nobody will approve.',
    'Clients that handle neither refusal nor expiry poll forever, and keep the server busy.',
  ],
  fix: 'add a branch for each: authorization_pending, slow_down, access_denied, expired_token and the tokens',
  sources: [rfc(8628, '3.5'), ciba('11')],
  needs: 'polling loop with its responses',
  subjects: (facts) => polls(facts),
  *check({ request, replies }) {
    const at = find(request.sent, 'grant_type');
    const seen = new Set(replies.map(({ returned }) => nameOf(valueOf(returned, 'error')?.plain)));
    const missing = [
      ...errors.filter((error) => !seen.has(error)),
      ...(replies.some(({ returned }) => has(returned, 'access_token')) ? [] : ['the tokens']),
    ];
    if (at && missing.length > 0) yield { message: `the polling loop should also handle ${missing.join(', ')}`, at };
  },
});

/** Microsoft's dialect has its own name for an error. */
const nameOf = (error: string | undefined): string | undefined =>
  error === 'authorization_declined' ? 'access_denied' : error;

const polls = (facts: Facts): readonly Poll[] =>
  facts.tokenRequests
    .filter((request) => pollingGrants.includes(request.grant.plain) && loopAround(request) !== null)
    .map((request) => ({ request, replies: answersTo(request, facts) }))
    .filter(({ replies }) => replies.length > 0);
