/** Builds the sections that show requests: each as curl and HTTP with its responses, and all of them as programs. */
import { causedRequest, messagesOf, repliesTo } from '../model/index.js';
import type {
  Exchange,
  Flow,
  Message,
  Page,
  PageParameter,
  PageSample,
  Reply,
  Request,
  Response,
} from '../model/index.js';
import {
  addressOf,
  certificateVariables,
  curlCommand,
  environmentOf,
  formPage,
  httpRequest,
  httpResponse,
  isCallable,
  isHttp,
  javascriptNaming,
  javascriptProgram,
  jsonText,
  keyVariable,
  makeProgram,
  pythonNaming,
  pythonProgram,
  toWire,
} from '../requests/index.js';
import type { Call, Naming } from '../requests/index.js';
import { textOf } from '../source/index.js';
import type { Dialect } from './dialect.js';
import { code, readInline, readPlain } from './inline.js';
import type { InlinePiece } from './inline.js';
import type { PageView, PageViewOf } from './page-view.js';

export function sampleView(sample: PageSample, { steps }: Flow, dialect: Dialect): PageViewOf<'sample'> {
  const { heading, fence } = dialect;
  const { message, title } = sample;
  const wire = toWire(message.request);
  const replies = repliesTo(message, steps, sample.id);
  const messages = [...messagesOf(steps)];
  return {
    kind: 'sample',
    title: heading(title ? readPlain(title) : deriveTitle(message.request)),
    redirects: sample.redirect ? [fence('http', responseText(sample.redirect, message))] : [],
    curl: isCallable(wire) ? [fence('bash', curlCommand(wire))] : [],
    address: isHttp(wire) ? [] : [fence('text', addressOf(wire))],
    http: isHttp(wire) ? [fence('http', httpRequest(wire))] : [],
    parameters: sample.requestParameters.map((parameter) => parameterView(parameter, dialect)),
    tokens: tokenViews(message, dialect),
    responses: replies.map((reply, index) => ({
      ...responseView(reply, causedRequest(reply.message, messages), replies.length > 1, dialect),
      // If the response is in the same message, its tokens are already shown.
      tokens: reply.message === message ? [] : tokenViews(reply.message, dialect),
      parameters: index === 0 ? sample.responseParameters.map((parameter) => parameterView(parameter, dialect)) : [],
    })),
  };
}

/** A redirect uses a Location header, or a page whose form submits itself. */
const responseText = (response: Response, caused: Exchange | null): string =>
  httpResponse(response, caused && caused.request.form.length > 0 ? formPage(toWire(caused.request)) : '');

/** `grant_type` makes a token request (RFC 6749 §4), `response_type` an authorization request (§3.1.1). */
function deriveTitle({ method, path, query, form }: Request): InlinePiece[] {
  const names = [...query, ...form].map((field) => field.name);
  if (names.includes('grant_type')) return readPlain(textOf('Token request'));
  if (names.includes('response_type')) return readPlain(textOf('Authorization request'));
  return [code(`${method} ${path}`.trimEnd())];
}

function responseView(
  { response, branch }: Reply,
  caused: Exchange | null,
  isOneOfMany: boolean,
  { heading, fence }: Dialect,
) {
  return {
    branch: isOneOfMany ? heading(readPlain(branch)) : '',
    fence: fence(response.status === null ? 'json' : 'http', responseText(response, caused)),
  };
}

const parameterView = (
  { name, level, description, source }: PageParameter,
  { cell }: Dialect,
): PageView<'parameter'> => ({
  name: cell([code(name)]),
  level,
  description: cell(readInline(description)),
  source: cell(readInline(source)),
});

const tokenViews = ({ jwts }: Message, { inline, fence }: Dialect): PageView<'token'>[] =>
  jwts.map(({ name, header, claims }) => ({
    name: inline([code(name)]),
    fences: [header, claims].flatMap((json) => (json ? [fence('json', jsonText(json))] : [])),
  }));

interface Language {
  readonly language: string;
  /** What the program needs to run, in inline Markdown. */
  readonly needs: (calls: readonly Call[]) => string;
  /** A highlighter's name. */
  readonly fence: string;
  readonly naming: Naming;
  readonly print: (calls: readonly Call[]) => string;
}

const languages: readonly Language[] = [
  {
    language: 'Python',
    needs: (calls) => `Python 3 with ${listed([...(signs(calls) ? ['`PyJWT[crypto]`'] : []), '`requests`'])}`,
    fence: 'python',
    naming: pythonNaming,
    print: pythonProgram,
  },
  {
    language: 'Node.js',
    needs: (calls) => {
      const packages = [...(signs(calls) ? ['`jose`'] : []), ...(presents(calls) ? ['`undici`'] : [])];
      return `Node.js ${packages.length > 0 ? `with ${listed(packages)}` : '18 or later'}, as an ES module`;
    },
    fence: 'javascript',
    naming: javascriptNaming,
    print: javascriptProgram,
  },
];

/** Descriptions of environment variables that hold paths. */
const files: Readonly<Record<string, string>> = {
  [certificateVariables.cert]: 'the path of the client certificate',
  [certificateVariables.key]: 'the path of its private key',
  [keyVariable]: 'the path of the private key',
};

const signs = (calls: readonly Call[]): boolean => calls.some(({ assertions }) => assertions.length > 0);
const presents = (calls: readonly Call[]): boolean => calls.some(({ request }) => request.clientCert);
const listed = (names: readonly string[]): string => names.join(' and ');

/** None where a request has no URL to call, because half a program would mislead. */
export function programsView(
  { code: exchanges }: Page,
  { steps }: Flow,
  { inline, fence }: Dialect,
): PageViewOf<'programs'> | null {
  const requests = exchanges.map(({ request }) => toWire(request));
  if (requests.length === 0 || !requests.every(isCallable)) return null;
  return {
    kind: 'programs',
    environment: environmentOf(makeProgram(exchanges, steps, pythonNaming))
      .map((name) => inline([code(name)]) + (name in files ? ` (${files[name]}, as PEM)` : ''))
      .join(', '),
    programs: languages.map(({ language, needs, fence: highlighter, naming, print }) => {
      const calls = makeProgram(exchanges, steps, naming);
      return { language, needs: inline(readInline(textOf(needs(calls)))), fence: fence(highlighter, print(calls)) };
    }),
  };
}
