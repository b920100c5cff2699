/** Finds redirect URIs: those that a client registers, and those in its requests. */
import type { Text } from '../../source/index.js';
import type { Facts } from './facts.js';
import { claimsOf } from './authorizations.js';
import { readAllMembers } from './parameters.js';
import type { Place } from './parameters.js';

interface RedirectUri {
  readonly uri: Text;
  readonly at: Place;
}

/** Parameters of requests, of client registrations (RFC 7591 §2) and of client metadata documents. */
const names: ReadonlySet<string> = new Set([
  'redirect_uri',
  'redirect_uris',
  'post_logout_redirect_uri',
  'post_logout_redirect_uris',
]);

export const isRedirectUri = (name: string): boolean => names.has(name);

export function redirectUrisIn({ flow, messages }: Facts): readonly RedirectUri[] {
  const registered = flow.participants.flatMap(({ redirectUris, span }) =>
    redirectUris.map((uri) => ({ uri, at: { span: uri.span ?? span, step: null } })),
  );
  const sent = messages.flatMap(({ message, sent, returned }) =>
    [
      ...sent,
      ...returned,
      ...(claimsOf(message, 'request') ?? []),
      ...readAllMembers(message.response?.json ?? null, message),
    ]
      .filter(({ name }) => isRedirectUri(name))
      .flatMap((parameter) =>
        parameter.values.map((uri) => ({ uri, at: { span: uri.span ?? parameter.span, step: parameter.step } })),
      ),
  );
  return [...registered, ...sent];
}

/** The host of an http or https URL, or null. */
export const hostOf = (url: string): string | null =>
  /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url)?.[1]?.toLowerCase() ?? null;

const loopbackHosts = ['127.0.0.1', '[::1]', 'localhost'];

export const isLoopback = (url: string): boolean => loopbackHosts.includes(hostOf(url) ?? '');

/** A URL without query and fragment. */
export const withoutParameters = (url: string): string => url.split(/[?#]/, 1).join('');
