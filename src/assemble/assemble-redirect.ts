/** The two halves of a redirect through a browser: the response that sends it away, and the request that it makes then. */
import { joinText } from '../source/filled-text.js';
import type { Text } from '../source/filled-text.js';
import type { Fill } from './assemble-flow.js';
import { absoluteTo, buildFields, buildJson, buildTls, pathOf, statusIn } from './assemble-http.js';
import type { MessageShape } from './assemble-http.js';
import type { Participant, Request, Response } from '../model/flow.js';

type RedirectShape = NonNullable<MessageShape['redirect']>;

export interface RedirectData {
  readonly response: Response;
  readonly request: Request;
}

/** `step` may say more of both halves: headers, a body, TLS. */
export function buildRedirect(
  redirect: RedirectShape,
  step: Pick<MessageShape, 'request' | 'response'>,
  text: Text,
  receiver: Participant | undefined,
  fill: Fill,
): RedirectData {
  return {
    response: buildResponseHalf(redirect, step.response, text, receiver, fill),
    request: buildRequestHalf(redirect, step.request, receiver, fill),
  };
}

/** By Location, with 303 unless the author or the text says otherwise (RFC 9700 §4.12); or by a form that posts itself. */
function buildResponseHalf(
  { to, query, fragment, form, status }: RedirectShape,
  more: MessageShape['response'],
  text: Text,
  receiver: Participant | undefined,
  fill: Fill,
): Response {
  // A relative Location would lead back to the sender (RFC 9110 §10.2.2).
  const location = absoluteTo(fill(to), receiver);
  return {
    status: (status ?? more?.status)?.value ?? statusIn(text) ?? (form ? 200 : 303),
    headers: buildFields(more?.headers, fill),
    // The parameters of a fragment follow its '#'.
    location: form ? null : fragment ? joinText(location, '#') : location,
    params: form ? [] : buildFields(fragment ?? query, fill),
    json: more?.json ? buildJson(more.json.node, fill) : null,
  };
}

/** A fragment stays in the browser (RFC 9110 §4.2.5). */
function buildRequestHalf(
  { to, query, form }: RedirectShape,
  more: MessageShape['request'],
  receiver: Participant | undefined,
  fill: Fill,
): Request {
  const target = fill(to);
  return {
    method: form ? 'POST' : 'GET',
    url: absoluteTo(target, receiver),
    path: pathOf(target.plain),
    query: buildFields(query, fill),
    headers: buildFields(more?.headers, fill),
    form: buildFields(form, fill),
    json: null,
    tls: buildTls(more?.tls),
  };
}
