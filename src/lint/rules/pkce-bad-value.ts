import { createHash } from 'node:crypto';
import { asked, authorizationBefore, find, isLiteral } from '../terms/index.js';
import type { Facts, KnownAuthorization, Parameter, Placed } from '../terms/index.js';
import type { Text } from '../../source/index.js';
import { rfc } from '../cite.js';
import type { Fault } from '../rule.js';
import { lintRule } from '../rule.js';

export const rule = lintRule({
  id: 'SEC009',
  name: 'pkce-bad-value',
  severity: 'error',
  what: "A literal verifier or challenge is not valid, or the two don't match.",
  why: 'Readers copy sample values and check their code against them. A verifier has 43 to 128 characters, and an S256 challenge is the 43 characters of a SHA-256 hash.',
  attack: [
    'The attacker guesses a short verifier that was copied from an example.',
    'They get hold of the code and try verifiers until one matches.',
  ],
  fix: 'use a placeholder, or the pair of RFC 7636 Appendix B',
  sources: [rfc(7636, '4.1'), rfc(7636, '4.2'), rfc(7636, 'B')],
  needs: 'verifier or challenge',
  subjects: (facts) => [...verifiers(facts), ...challenges(facts)],
  check: (value, facts) => (value.kind === 'verifier' ? checkVerifier(value, facts) : checkChallenge(value)),
});

interface Verifier {
  readonly kind: 'verifier';
  readonly parameter: Parameter;
  readonly placed: Placed;
}

interface Challenge {
  readonly kind: 'challenge';
  readonly parameter: Parameter;
  readonly request: KnownAuthorization;
}

const verifiers = ({ messages }: Facts): readonly Verifier[] =>
  messages.flatMap((placed) => {
    const parameter = find(placed.sent, 'code_verifier');
    return parameter ? [{ kind: 'verifier' as const, parameter, placed }] : [];
  });

const challenges = ({ known }: Facts): readonly Challenge[] =>
  known.flatMap((request) => {
    const parameter = find(request.parameters, 'code_challenge');
    return parameter ? [{ kind: 'challenge' as const, parameter, request }] : [];
  });

function* checkVerifier({ parameter, placed }: Verifier, facts: Facts): Iterable<Fault> {
  const [value] = parameter.values;
  if (!value || !isLiteral(value)) return;
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(value.plain))
    yield {
      message: `this \`code_verifier\` is not valid (${value.plain.length} characters): it needs 43 to 128 of A-Z a-z 0-9 - . _ ~`,
      at: parameter,
    };
  const request = authorizationBefore(placed, placed.to.id, facts);
  const challenge = request && literalChallenge(request);
  if (challenge && hashOf(value.plain) !== challenge.plain)
    yield {
      message: 'this `code_verifier` does not hash to the `code_challenge`',
      at: parameter,
      source: rfc(7636, '4.2'),
    };
}

function* checkChallenge({ parameter, request }: Challenge): Iterable<Fault> {
  const challenge = literalChallenge(request);
  if (challenge && !/^[A-Za-z0-9_-]{43}$/.test(challenge.plain))
    yield {
      message: 'this `code_challenge` is not a SHA-256 hash, which has 43 characters of A-Z a-z 0-9 - _',
      at: parameter,
      source: rfc(7636, '4.2'),
    };
}

function literalChallenge(request: KnownAuthorization): Text | null {
  const challenge = asked(request, 'code_challenge');
  return challenge && isLiteral(challenge) && asked(request, 'code_challenge_method')?.plain === 'S256'
    ? challenge
    : null;
}

const hashOf = (verifier: string): string => createHash('sha256').update(verifier, 'ascii').digest('base64url');
