/** Builds the sections that show requests: each as curl and HTTP with its responses, and all of them as programs. */
import { causedRequest, messagesOf, repliesTo, sayAll, sayList } from '../model/index.js';
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
  Say,
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

export function sampleView(sample: PageSample, { steps }: Flow, dialect: Dialect, say: Say): PageViewOf<'sample'> {
  const { heading, fence } = dialect;
  const { message, title } = sample;
  const wire = toWire(message.request);
  const replies = repliesTo(message, steps, sample.id);
  const messages = [...messagesOf(steps)];
  return {
    kind: 'sample',
    title: heading(title ? readPlain(title) : deriveTitle(message.request, say)),
    redirects: sample.redirect ? [fence('http', responseText(sample.redirect, message))] : [],
    curl: isCallable(wire) ? [fence('bash', curlCommand(wire))] : [],
    address: isHttp(wire) ? [] : [fence('text', addressOf(wire))],
    http: isHttp(wire) ? [fence('http', httpRequest(wire, say))] : [],
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
function deriveTitle({ method, path, query, form }: Request, say: Say): InlinePiece[] {
  const names = [...query, ...form].map((field) => field.name);
  if (names.includes('grant_type')) return readPlain(textOf(say('token-request')));
  if (names.includes('response_type')) return readPlain(textOf(say('authorization-request')));
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
  readonly needs: (calls: readonly Call[], say: Say) => string;
  /** A highlighter's name. */
  readonly fence: string;
  readonly naming: Naming;
  readonly print: (calls: readonly Call[]) => string;
}

const languages: readonly Language[] = [
  {
    language: 'Python',
    needs: (calls, say) =>
      say('needs-python', { packages: sayAll([...(signs(calls) ? ['`PyJWT[crypto]`'] : []), '`requests`'], say) }),
    fence: 'python',
    naming: pythonNaming,
    print: pythonProgram,
  },
  {
    language: 'Node.js',
    needs: (calls, say) => {
      const packages = [...(signs(calls) ? ['`jose`'] : []), ...(presents(calls) ? ['`undici`'] : [])];
      return packages.length === 0 ? say('needs-node') : say('needs-node-with', { packages: sayAll(packages, say) });
    },
    fence: 'javascript',
    naming: javascriptNaming,
    print: javascriptProgram,
  },
];

/** The words that describe environment variables with paths. */
const files: Readonly<Record<string, string>> = {
  [certificateVariables.cert]: 'certificate-path',
  [certificateVariables.key]: 'certificate-key-path',
  [keyVariable]: 'private-key-path',
};

const signs = (calls: readonly Call[]): boolean => calls.some(({ assertions }) => assertions.length > 0);
const presents = (calls: readonly Call[]): boolean => calls.some(({ request }) => request.clientCert);

/** None where a request has no URL to call, because half a program would mislead. */
export function programsView(
  { code: exchanges }: Page,
  { steps }: Flow,
  { inline, fence }: Dialect,
  say: Say,
): PageViewOf<'programs'> | null {
  const requests = exchanges.map(({ request }) => toWire(request));
  if (requests.length === 0 || !requests.every(isCallable)) return null;
  const environment = environmentOf(makeProgram(exchanges, steps, pythonNaming)).map((name) => {
    const [variable, path] = [inline([code(name)]), files[name]];
    return path === undefined ? variable : say(path, { variable });
  });
  return {
    kind: 'programs',
    environment: sayList(environment, say),
    programs: languages.map(({ language, needs, fence: highlighter, naming, print }) => {
      const calls = makeProgram(exchanges, steps, naming);
      return {
        language,
        needs: inline(readInline(textOf(needs(calls, say)))),
        fence: fence(highlighter, print(calls)),
      };
    }),
  };
}
