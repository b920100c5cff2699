import { canPrecede, find, has, loopAround, numberIn, pollingGrants, valueOf } from '../terms/index.js';
import type { Facts, Placed, TokenRequest } from '../terms/index.js';
import { ciba, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

/** RFC 8628 §3.2, CIBA §7.3. */
const DEFAULT_INTERVAL = 5;

export const rule = lintRule({
  id: 'SEC027',
  name: 'poll-interval',
  severity: 'error',
  milder: 'warning where no interval is stated anywhere',
  what: "A client polls outside a loop, or faster than the server's interval.",
  why: 'The client waits for a person. Developers build what is drawn: polling once, or too fast, so that the server answers slow_down, or blocks the client.',
  attack: [
    'Many devices that poll too fast are a denial of service without an attacker.',
    'An attacker who guesses device codes is hard to detect among them.',
  ],
  fix: "poll in a loop, with an interval: of at least the server's, 5 seconds by default",
  sources: [rfc(8628, '3.5'), rfc(8628, '3.2'), ciba('7.3')],
  needs: 'token request that polls',
  subjects: (facts) => polls(facts),
  *check(poll, facts) {
    const loop = loopAround(poll);
    const grant = find(poll.sent, 'grant_type');
    if (!grant) return;
    if (!loop) {
      // The last iteration may be drawn after the loop.
      if (!polls(facts).some(loopAround)) yield { message: 'the client polls, but not in a loop', at: grant };
      return;
    }
    const stated = statedInterval(poll, facts);
    const own = numberIn(loop.interval);
    const at = { span: loop.interval?.span ?? loop.span, step: poll.message };
    if (own !== null && own < (stated.seconds ?? DEFAULT_INTERVAL))
      yield {
        message: `the client polls every ${own} s, faster than the server's ${stated.seconds ?? DEFAULT_INTERVAL} s`,
        at,
      };
    // `loop: every 5 seconds` states it in its label.
    else if (!loop.interval && !stated.isStated && !/\d\s*s/.test(loop.branches[0]?.label.plain ?? ''))
      yield { message: 'neither the loop nor a response states an interval', at, severity: 'warning' };
  },
});

/** In ping mode the server notifies the client (CIBA §5). */
const polls = ({ tokenRequests, messages }: Facts): readonly TokenRequest[] =>
  messages.some(({ sent }) => has(sent, 'client_notification_token'))
    ? []
    : tokenRequests.filter(({ grant }) => pollingGrants.includes(grant.plain));

function statedInterval(poll: Placed, { messages }: Facts) {
  const started = messages.findLast(
    (placed) =>
      canPrecede(placed, poll) && (has(placed.returned, 'device_code') || has(placed.returned, 'auth_req_id')),
  );
  const interval = started ? valueOf(started.returned, 'interval') : null;
  return { isStated: interval !== null, seconds: numberIn(interval) };
}
