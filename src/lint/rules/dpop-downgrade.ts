import {
  answersTo,
  canPrecede,
  find,
  firstValue,
  has,
  header,
  isLiteral,
  jwtsOf,
  placeOfField,
  valueOf,
  withoutParameters,
} from '../terms/index.js';
import type { Facts, Placed, ShownJwt, TokenRequest } from '../terms/index.js';
import { rfc } from '../cite.js';
import type { Fault } from '../rule.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC037',
  name: 'dpop-downgrade',
  severity: 'error',
  milder: 'warning where a token that was requested with DPoP is returned unbound',
  what: 'A DPoP-bound token is used without a proof, or a proof is incomplete.',
  why: 'The proof shows that the sender has the key, for this request only. As a bearer token, the token works for anybody who has it.',
  attack: [
    'The attacker steals a token, but not the key.',
    'An API that accepts it as a bearer token, or accepts any proof, does not require the key.',
  ],
  fix: 'send Authorization: DPoP … and a DPoP header whose JWT has typ dpop+jwt, htm, htu, iat, jti and, at an API, ath',
  sources: [
    rfc(9449, '7.1'),
    rfc(9449, '4.2'),
    rfc(9449, '4.3'),
    rfc(9449, '5'),
    rfc(9449, '7.2'),
    rfc(9700, '4.10.1'),
  ],
  needs: 'DPoP proof, or a token of the type DPoP',
  subjects: (facts) => [...usesOf(facts), ...proofs(facts), ...exchanges(facts)],
  check: (subject, facts) => {
    if (subject.kind === 'use') return checkUse(subject.placed);
    return subject.kind === 'proof' ? checkProof(subject) : checkExchange(subject.token, facts);
  },
});

interface Use {
  readonly kind: 'use';
  readonly placed: Placed;
}

interface Proof {
  readonly kind: 'proof';
  readonly jwt: ShownJwt;
  readonly placed: Placed;
}

interface Exchange {
  readonly kind: 'exchange';
  readonly token: TokenRequest;
}

const isBound = ({ returned }: Placed): boolean => valueOf(returned, 'token_type')?.plain.toLowerCase() === 'dpop';

/** Requests to an API with a token, by a client that received a bound one before. */
function usesOf({ messages }: Facts): readonly Use[] {
  return messages
    .filter(
      ({ message, to }) => to.kind === 'resource-server' && header(message.request?.headers ?? [], 'authorization'),
    )
    .filter((placed) =>
      messages.some((issued) => isBound(issued) && issued.to.id === placed.from.id && canPrecede(issued, placed)),
    )
    .map((placed) => ({ kind: 'use', placed }));
}

const proofs = ({ messages }: Facts): readonly Proof[] =>
  messages.flatMap((placed) =>
    jwtsOf(placed)
      .filter(({ name }) => name.toLowerCase() === 'dpop')
      .map((jwt) => ({ kind: 'proof' as const, jwt, placed })),
  );

const exchanges = ({ tokenRequests }: Facts): readonly Exchange[] =>
  tokenRequests.filter(({ request }) => header(request.headers, 'dpop')).map((token) => ({ kind: 'exchange', token }));

function* checkUse({ message }: Placed): Iterable<Fault> {
  const headers = message.request?.headers ?? [];
  const authorization = header(headers, 'authorization');
  if (!authorization) return;
  const at = placeOfField(authorization, message);
  if (/^bearer /i.test(firstValue(authorization).plain))
    yield { message: 'a DPoP-bound token is used as a bearer token', at };
  else if (!header(headers, 'dpop')) yield { message: 'a DPoP-bound token is used without a proof', at };
}

function* checkProof({ jwt: { header: head, claims, at }, placed }: Proof): Iterable<Fault> {
  const source = rfc(9449, '4.2');
  const type = head && find(head, 'typ');
  const written = type?.values[0];
  if (head && (!type || !written || (isLiteral(written) && written.plain !== 'dpop+jwt')))
    yield { message: 'the typ of a DPoP proof must be dpop+jwt', at: type ?? at, source };
  if (!claims) return;
  const needed = ['htm', 'htu', 'iat', 'jti', ...(placed.to.kind === 'resource-server' ? ['ath'] : [])];
  const missing = needed.filter((name) => !has(claims, name));
  if (missing.length > 0) yield { message: `the DPoP proof lacks ${missing.join(', ')}`, at, source };
  const [method, target] = [find(claims, 'htm'), find(claims, 'htu')];
  const { request } = placed.message;
  const [htm, htu] = [method?.values[0], target?.values[0]];
  if (request && method && htm && isLiteral(htm) && htm.plain !== request.method)
    yield {
      message: `htm is ${htm.plain}, but the request is a ${request.method}`,
      at: method,
      source: rfc(9449, '4.3'),
    };
  const url = request?.url;
  const isWhole = url && isLiteral(url) && /^https?:/i.test(url.plain);
  if (target && htu && isWhole && isLiteral(htu) && htu.plain !== withoutParameters(url.plain))
    yield {
      message: `htu is ${htu.plain}, but the request goes to ${withoutParameters(url.plain)}`,
      at: target,
      source: rfc(9449, '4.3'),
    };
}

function* checkExchange(token: TokenRequest, facts: Facts): Iterable<Fault> {
  for (const { returned } of answersTo(token, facts)) {
    const type = find(returned, 'token_type');
    const value = type?.values[0];
    if (type && value && isLiteral(value) && value.plain.toLowerCase() !== 'dpop')
      yield {
        message: `the token that was requested with DPoP is not bound (token_type: ${value.plain})`,
        at: type,
        severity: 'warning',
        source: rfc(9449, '5'),
      };
  }
}
