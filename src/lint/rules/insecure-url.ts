import { hostOf, isLoopback, isRedirectUri, readAllMembers, redirectUrisIn } from '../terms/index.js';
import type { Facts, Place, Placed } from '../terms/index.js';
import type { Text } from '../../source/index.js';
import { oauth21, rfc } from '../cite.js';
import { lintRule } from '../rule.js';

interface Url {
  readonly url: Text;
  readonly at: Place;
  /** Whether it is a redirect URI, or a use of one. */
  readonly redirects: boolean;
}

export const rule = lintRule({
  id: 'SEC017',
  name: 'insecure-url',
  severity: 'error',
  what: "A URL uses http without TLS, and is neither a loopback redirect of a native app nor a cloud's metadata service.",
  why: 'Anybody on the network path can read and change codes, tokens, cookies, and the redirect itself.',
  attack: [
    'The attacker is in the same network, or runs a proxy.',
    'They copy the code or the token, or send the browser elsewhere.',
  ],
  fix: "use https; only a native app's redirect to 127.0.0.1 or [::1] may be http",
  sources: [rfc(9700, '2.6'), rfc(6749, '3.1.2.1'), rfc(6749, '3.2'), rfc(8252, '7.3'), oauth21('1.5')],
  needs: 'URL',
  subjects: urlsIn,
  *check({ url, at, redirects }, facts) {
    const written = url.plain.trim();
    const isLocal = isMetadataService(written) || (redirects && isLoopback(written) && hasNativeClient(facts));
    if (!/^http:\/\//i.test(written) || isLocal) return;
    yield { message: `${written} uses http without TLS`, at };
  },
});

const named = /(?:_uri|_url|_endpoint)$|^(?:issuer|resource|iss)$/;

function urlsIn(facts: Facts): readonly Url[] {
  const { flow, messages } = facts;
  const own = flow.participants.flatMap(({ url, span }) =>
    url ? [{ url, at: { span: url.span ?? span, step: null } }] : [],
  );
  const issuer = flow.issuer ? [{ url: flow.issuer, at: { span: flow.issuer.span ?? flow.span, step: null } }] : [];
  return [
    ...[...own, ...issuer].map((found) => ({ ...found, redirects: false })),
    ...redirectUrisIn(facts).map(({ uri, at }) => ({ url: uri, at, redirects: true })),
    ...messages.flatMap(urlsOf),
  ];
}

function urlsOf({ message, sent, returned }: Placed): readonly Url[] {
  const { request, response } = message;
  const place = (url: Text): Place => ({ span: url.span ?? message.span, step: message });
  const parameters = [...sent, ...returned, ...readAllMembers(response?.json ?? null, message)]
    .filter(({ name }) => named.test(name) && !isRedirectUri(name))
    .flatMap(({ values, span, step }) =>
      values.map((url) => ({ url, at: { span: url.span ?? span, step }, redirects: false })),
    );
  return [
    ...(request?.url ? [{ url: request.url, at: place(request.url), redirects: message.channel !== 'back' }] : []),
    ...(response?.location ? [{ url: response.location, at: place(response.location), redirects: true }] : []),
    ...parameters,
  ];
}

/** A cloud's metadata service has a link-local address, which no router forwards, and no https. */
const isMetadataService = (url: string): boolean =>
  ['169.254.169.254', '169.254.170.2', 'metadata.google.internal', '[fd00:ec2::254]'].includes(hostOf(url) ?? '');

/** Whether an app listens on its own device: RFC 8252 §7.3. */
const hasNativeClient = ({ parties }: Facts): boolean =>
  parties.clients.some(
    ({ kind, platform }) => (kind === 'public-client' || kind === 'device') && platform !== 'web' && platform !== 'spa',
  );
