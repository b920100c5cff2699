/** Divides the flow's variables into those that the reader sets, and those that the other side issues while the flow runs. */
import { messagesOf } from '../model/index.js';
import type { Flow, Message, ParticipantKind, Response, Variable } from '../model/index.js';
import { jsonStrings, placeholdersIn, placeholdersOf, toParameters, toValue, toWire } from '../requests/index.js';
import type { Dialect } from './dialect.js';
import { code, readInline } from './inline.js';
import type { PageView, PageViewOf } from './page-view.js';

export function customizationView(flow: Flow, { cell }: Dialect): PageViewOf<'customization'> | null {
  const issued = issuedNames(flow);
  const isIssued = ({ name, value }: Variable): boolean => value === null && issued.has(name);
  const variableView = ({ name, description, value }: Variable): PageView<'variable'> => ({
    name: cell([code(name)]),
    description: cell(readInline(description)),
    value: cell(value === null ? [] : [code(value)]),
  });
  if (flow.variables.length === 0) return null;
  return {
    kind: 'customization',
    variables: flow.variables.filter((variable) => !isIssued(variable)).map(variableView),
    issued: flow.variables.filter(isIssued).map(variableView),
  };
}

/** Placeholders that the other side sends first. */
function issuedNames({ steps, participants }: Flow): ReadonlySet<string> {
  const issuers = new Set(participants.filter(({ kind }) => issuerKinds.includes(kind)).map(({ id }) => id));
  const first = new Map<string, string>();
  for (const { name, author } of [...messagesOf(steps)].flatMap(mentionsIn)) {
    if (!first.has(name)) first.set(name, author);
  }
  return new Set([...first.keys()].filter((name) => issuers.has(first.get(name) ?? '')));
}

const issuerKinds: readonly ParticipantKind[] = [
  'authorization-server',
  'resource-server',
  'idp',
  'authenticator',
  'key-store',
];

interface Mention {
  readonly name: string;
  /** The id of the participant that sends it. */
  readonly author: string;
}

/** In a message with both, the response is the answer to its request. */
function mentionsIn({ request, response, from, to }: Message): Mention[] {
  const responder = request ? to : from;
  return [
    ...(request ? placeholdersOf(toWire(request)) : []).map((name) => ({ name, author: from })),
    ...(response ? placeholdersInResponse(response) : []).map((name) => ({ name, author: responder })),
  ];
}

const placeholdersInResponse = ({ location, headers, params, json }: Response): string[] =>
  placeholdersIn([
    ...(location ? [toValue(location)] : []),
    ...toParameters([...headers, ...params]).flatMap(({ values }) => values),
    ...(json ? jsonStrings(json).map(({ value }) => value) : []),
  ]);
