/** Cites sections of standards, each with a link to the section. */

export interface Citation {
  /** `RFC 7636 §4.3` */
  readonly name: string;
  readonly url: string;
}

const section = (document: string, number: string): string =>
  number === '' ? document : `${document} ${/^\d/.test(number) ? '§' : ''}${number}`;

export const rfc = (number: number, at = ''): Citation => ({
  name: section(`RFC ${number}`, at.replace(/^([A-Z])/, 'Appendix $1')),
  url: `https://www.rfc-editor.org/rfc/rfc${number}${at === '' ? '' : /^\d/.test(at) ? `#section-${at}` : `#appendix-${at}`}`,
});

/** Section numbers are those of the linked revision. */
const draft =
  (name: string, revision: string) =>
  (at: string): Citation => ({
    name: section(name, at),
    url: `https://datatracker.ietf.org/doc/html/${revision}${at === '' ? '' : `#section-${at}`}`,
  });

export const oauth21 = draft('OAuth 2.1', 'draft-ietf-oauth-v2-1-16');
export const rfc7523bis = draft('rfc7523bis', 'draft-ietf-oauth-rfc7523bis-11');
export const rfc6265bis = draft('rfc6265bis', 'draft-ietf-httpbis-rfc6265bis-22');

const openid =
  (name: string, file: string) =>
  (at: string): Citation => ({
    name: section(name, at),
    url: `https://openid.net/specs/${file}.html#rfc.section.${at}`,
  });

export const oidc = openid('OpenID Connect Core', 'openid-connect-core-1_0');
export const discovery = openid('OpenID Connect Discovery', 'openid-connect-discovery-1_0');
export const backChannelLogout = openid('OpenID Connect Back-Channel Logout', 'openid-connect-backchannel-1_0');
export const ciba = openid('CIBA', 'openid-client-initiated-backchannel-authentication-core-1_0');

const saml =
  (name: string, file: string) =>
  (at: string): Citation => ({
    name: section(name, at),
    url: `https://docs.oasis-open.org/security/saml/v2.0/${file}-2.0-os.pdf`,
  });

export const samlCore = saml('SAML Core', 'saml-core');
export const samlProfiles = saml('SAML Profiles', 'saml-profiles');

export const mcp = (title: string): Citation => ({
  name: `MCP authorization 2026-07-28, ${title}`,
  url: 'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization',
});
