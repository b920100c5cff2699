/** The schema of a message's structured data. */
import * as z from 'zod';
import { anyJson, doc, flag, integer, oneOrMany, record, required, short, text } from './shape.js';

const fields = () => record(oneOrMany(text()));

export const requestSchema = z.strictObject({
  method: doc(
    text(),
    'HTTP method. Default: from the message text; otherwise POST with a body, GET without one.',
    'POST',
  ),
  url: doc(text(), "Absolute, or a path relative to the receiver's url. Default: from the message text.", '/token'),
  query: doc(fields(), 'Query parameters, decoded. A list repeats the parameter.', { response_type: 'code' }),
  headers: doc(fields(), 'Header fields.', { Authorization: 'Bearer ${ACCESS_TOKEN}' }),
  form: doc(fields(), 'Form body, decoded (application/x-www-form-urlencoded).', { grant_type: 'client_credentials' }),
  json: doc(anyJson(), 'JSON body.', { redirect_uris: ['https://app.example.com/cb'] }),
  tls: doc(
    z.strictObject({
      clientCert: doc(flag(), 'The client presents a certificate (RFC 8705).', true),
      bindOnly: doc(
        flag(),
        'The certificate only binds the token; it does not authenticate the client (RFC 8705 §3).',
        true,
      ),
    }),
    'TLS features of the request.',
    { clientCert: true },
  ),
});

export const responseSchema = z.strictObject({
  status: doc(integer(100, 599), 'HTTP status code. Default: from the message text.', 200),
  headers: doc(fields(), 'Header fields.', { 'Cache-Control': 'no-store' }),
  location: doc(text(), 'The target of a redirect; params are its query.', 'https://app.example.com/cb'),
  params: doc(fields(), 'Query or fragment parameters of location.', { code: '${CODE}' }),
  json: doc(anyJson(), 'JSON body.', { access_token: '${ACCESS_TOKEN}', token_type: 'Bearer' }),
});

export const redirectSchema = z.strictObject({
  to: required(text(), 'The address that the browser is sent to.', 'https://app.example.com/cb'),
  query: doc(fields(), 'Query parameters of the redirect, decoded.', { code: '${CODE}', state: '${STATE}' }),
  fragment: doc(fields(), 'Fragment parameters of the redirect, decoded.', { error: 'access_denied' }),
  form: doc(fields(), 'The browser posts these fields instead (a form that submits itself).', {
    SAMLResponse: '${SAML_RESPONSE}',
  }),
  text: doc(
    text(),
    'The text of the request that follows, the redirect’s second message. Default: its request line.',
    'Client identifier',
  ),
  status: doc(integer(200, 399), 'HTTP status code. Default: from the text; otherwise 303, or 200 with form.', 302),
});

export const jwtsSchema = record(
  z.strictObject({
    header: doc(anyJson(), 'The JOSE header, decoded.', { alg: 'ES256' }),
    claims: doc(anyJson(), 'The claims, decoded.', { aud: 'https://as.example.com' }),
  }),
);

export const samlSchema = z.strictObject({
  id: doc(text(), 'ID of the request or response.', '${REQUEST_ID}'),
  inResponseTo: doc(text(), 'InResponseTo.', '${REQUEST_ID}'),
  signed: doc(
    z.literal([true, false, 'assertion', 'response', 'both', 'none']),
    'Whether a signature protects the assertion, or which part is signed: the assertion or the response.',
    true,
  ),
  audience: doc(text(), 'AudienceRestriction.', 'https://sp.example.com'),
  recipient: doc(text(), 'Recipient of the subject confirmation.', 'https://sp.example.com/acs'),
  notOnOrAfter: doc(text(), 'NotOnOrAfter of the subject confirmation.', '${NOT_ON_OR_AFTER}'),
});

export const threatSchema = short(
  'title',
  z.strictObject({
    title: required(text(), 'What can go wrong.', 'Authorization code injection'),
    stride: doc(z.enum(['S', 'T', 'R', 'I', 'D', 'E']), 'STRIDE letter.', 'S'),
    mitigation: doc(text(), 'How the flow mitigates it.', 'PKCE binds the code to this client'),
    source: doc(text(), 'The document that describes it.', 'RFC 9700 §4.5'),
  }),
);
