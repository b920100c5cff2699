import { unknownName } from '../source/index.js';
import type { Report } from '../source/index.js';
import { allSteps } from '../syntax/index.js';
import type { Scalar, Step } from '../syntax/index.js';
import type { Rule } from './rule.js';

type MessageStep = Extract<Step, { from: Scalar }>;
type AttachedNote = NonNullable<MessageStep['note']>[number];

/** A note that draws only some of its message's data names what is there. */
export const drawnNames: Rule = {
  code: 'drawn-names',
  check({ steps }, report) {
    for (const step of allSteps(steps ?? []))
      if ('from' in step) for (const note of step.note ?? []) if (note.only) checkNames(note.only, note, step, report);
  },
};

function checkNames(only: readonly Scalar[], { draw }: AttachedNote, step: MessageStep, report: Report): void {
  const [first] = only;
  if (!draw) {
    const hint = 'add "draw: request" or "draw: response"';
    const message = '"only" chooses among the data of a message, and this note draws none';
    report({ code: drawnNames.code, severity: 'error', message, span: first?.span ?? step.from.span, hint });
    return;
  }
  const names = draw.value === 'request' ? requestNames(step) : responseNames(step);
  for (const { value, span } of only) {
    if (names.some((name) => name.toLowerCase() === value.toLowerCase())) continue;
    report({
      code: drawnNames.code,
      severity: 'error',
      message: `the ${draw.value} has no ${JSON.stringify(value)}`,
      span,
      ...unknownName(value, 'names', names, span),
    });
  }
}

function requestNames({ request, redirect, via }: MessageStep): readonly string[] {
  const sent = via ? [redirect?.query, redirect?.form] : [];
  return [...keysOf(request?.query, request?.headers, request?.form, ...sent), ...membersOf(request?.json)];
}

function responseNames({ response, redirect }: MessageStep): readonly string[] {
  const isMoved = response?.location !== undefined || (redirect !== undefined && redirect.form === undefined);
  return [
    ...keysOf(response?.headers, response?.params, redirect?.fragment ?? redirect?.query),
    ...(isMoved ? ['Location'] : []),
    ...membersOf(response?.json),
  ];
}

type Fields = NonNullable<MessageStep['request']>['query'];
type Body = NonNullable<MessageStep['request']>['json'];

const keysOf = (...records: readonly Fields[]): readonly string[] =>
  records.flatMap((fields) => (fields ?? []).map(({ key }) => key.value));

const membersOf = (body: Body): readonly string[] =>
  body?.node.kind === 'map' ? body.node.entries.map(({ key }) => key.text) : [];
