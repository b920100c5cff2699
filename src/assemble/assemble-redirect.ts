/** Builds the two halves of a redirect through a browser: the response that redirects it, and the request that follows. */
import { statusIn } from '../model/index.js';
import type { Participant, Request, Response } from '../model/index.js';
import { joinText } from '../source/index.js';
import type { Text } from '../source/index.js';
import { absoluteTo, assembleFields, assembleJson, assembleTls, pathOf } from './assemble-http.js';
import type { MessageShape } from './assemble-http.js';
import type { Fill } from './assemble-base.js';

type RedirectShape = NonNullable<MessageShape['redirect']>;

interface RedirectData {
  readonly response: Response;
  readonly request: Request;
}

/** `step` may add to both halves: headers, a body, TLS. */
export function assembleRedirect(
  redirect: RedirectShape,
  step: Pick<MessageShape, 'request' | 'response'>,
  text: Text,
  receiver: Participant | undefined,
  fill: Fill,
): RedirectData {
  return {
    response: assembleResponseHalf(redirect, step.response, text, receiver, fill),
    request: assembleRequestHalf(redirect, step.request, receiver, fill),
  };
}

/** A Location header, with 303 unless the author or the text gives a status (RFC 9700 §4.12); or a form that submits itself. */
function assembleResponseHalf(
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
    headers: assembleFields(more?.headers, fill),
    // The parameters of a fragment follow its '#'.
    location: form ? null : fragment ? joinText(location, '#') : location,
    params: form ? [] : assembleFields(fragment ?? query, fill),
    json: more?.json ? assembleJson(more.json.node, fill) : null,
  };
}

/** Without the fragment, which stays in the browser (RFC 9110 §4.2.5). */
function assembleRequestHalf(
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
    query: assembleFields(query, fill),
    headers: assembleFields(more?.headers, fill),
    form: assembleFields(form, fill),
    json: null,
    tls: assembleTls(more?.tls),
  };
}
