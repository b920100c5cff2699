/** Plans the page's requests as one program, before it is printed in a language. */
import { repliesTo } from '../model/index.js';
import type { Exchange, Response, Step } from '../model/index.js';
import { assertionsOf, keyVariable, placeholdersOfAssertion } from './assertion.js';
import type { Assertion } from './assertion.js';
import { certificateVariables } from './curl.js';
import { jsonStrings, placeholdersOf, toWire } from './wire.js';
import type { WireRequest } from './wire.js';

type JsonPath = readonly (string | number)[];

export interface Call {
  readonly request: WireRequest;
  /** Names the request in messages: `token request`, `api call`. */
  readonly title: string;
  /** The response's body is JSON that a later call or the reader needs. */
  readonly keepsJson: boolean;
  /** The variable of the response, and of its JSON. */
  readonly response: string;
  readonly data: string;
  /** Variables that later calls use, each with its place in the JSON. */
  readonly locals: readonly { readonly name: string; readonly path: JsonPath }[];
  /** JWTs to sign before the call, each with its variable. */
  readonly assertions: readonly (Assertion & { readonly variable: string })[];
  /** The variable for each placeholder that an earlier call or a signature provides. Others come from the environment. */
  readonly bound: ReadonlyMap<string, string>;
}

/** How a language names variables. */
export interface Naming {
  readonly join: (words: readonly string[]) => string;
  readonly reserved: readonly string[];
}

export function makeProgram(exchanges: readonly Exchange[], steps: readonly Step[], naming: Naming): Call[] {
  const plans = exchanges.map((exchange) => planCall(exchange, steps));
  const claim = makeNames(naming);
  const bound = new Map<string, string>();
  return plans.map((plan, index) => {
    const later = new Set(plans.slice(index + 1).flatMap(({ request }) => placeholdersOf(request)));
    const assertions = plan.assertions.map((one) => ({ ...one, variable: claim(wordsOf(one.placeholder)) }));
    const before = new Map([...bound, ...assertions.map((one) => [one.placeholder, one.variable] as const)]);
    const response = claim([...plan.subject, 'response']);
    const data = claim([...plan.subject, 'data']);
    const locals = plan.yields.flatMap(({ placeholder, path }) => {
      if (!later.has(placeholder)) return [];
      const name = claim(wordsOf(placeholder));
      bound.set(placeholder, name);
      return [{ name, path }];
    });
    const isLast = index === plans.length - 1;
    const keepsJson = locals.length > 0 || (isLast && plan.hasJson);
    return { request: plan.request, title: plan.title, keepsJson, response, data, locals, assertions, bound: before };
  });
}

/** The environment variables that the program reads, in order and without duplicates. */
export function environmentOf(calls: readonly Call[]): string[] {
  const names = calls.flatMap(({ request, assertions, bound }) => [
    ...[...assertions.flatMap(placeholdersOfAssertion), ...placeholdersOf(request)].filter((name) => !bound.has(name)),
    ...(assertions.length > 0 ? [keyVariable] : []),
    ...(request.clientCert ? [certificateVariables.cert, certificateVariables.key] : []),
  ]);
  return [...new Set(names)];
}

interface Plan {
  readonly request: WireRequest;
  readonly title: string;
  /** The title's words without `request`: the response to `token-request` is token_response. */
  readonly subject: readonly string[];
  readonly assertions: readonly Assertion[];
  readonly yields: readonly { readonly placeholder: string; readonly path: JsonPath }[];
  readonly hasJson: boolean;
}

function planCall(exchange: Exchange, steps: readonly Step[]): Plan {
  const response = repliesTo(exchange, steps)
    .map((reply) => reply.response)
    .find(isSuccess);
  const words = wordsOf(exchange.id);
  return {
    request: toWire(exchange.request),
    title: words.join(' '),
    subject: words.length > 1 && words.at(-1) === 'request' ? words.slice(0, -1) : words,
    assertions: assertionsOf(exchange),
    yields: yieldsOf(response),
    hasJson: Boolean(response?.json),
  };
}

const isSuccess = ({ status }: Response): boolean => status === null || (status >= 200 && status < 300);

/** A member that consists of one placeholder gives that placeholder its value. */
const yieldsOf = (response: Response | undefined): Plan['yields'] =>
  (response?.json ? jsonStrings(response.json) : []).flatMap(({ path, value }) => {
    const [only] = value;
    return value.length === 1 && only?.kind === 'placeholder' ? [{ placeholder: only.name, path }] : [];
  });

/** Splits `tokenRequest`, `token-request` and `TOKEN_REQUEST` into two words each. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** Gives each variable an unused name that is not reserved in the language. */
function makeNames(naming: Naming): (words: readonly string[]) => string {
  const taken = new Set(naming.reserved);
  return (words) => {
    const spelled = naming.join(words).replace(/^(?=\d|$)/, '_');
    let name = spelled;
    for (let count = 2; taken.has(name); count += 1) name = `${spelled}_${count}`;
    taken.add(name);
    return name;
  };
}
