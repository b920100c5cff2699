/** Recognizes YAML and JSON that is no flow, so that it gets one message in place of one for each key. */
import { nearestName, otherFile, otherMapping } from '../source/index.js';
import type { Diagnostic } from '../source/index.js';
import { isArrowKey } from './arrow.js';
import { flowKeys } from './habits/index.js';
import { firstPlace } from './mistakes.js';
import type { Node } from './node.js';
import { flowSchema } from './schema.js';

const startOver =
  'a flow file has the keys id, title, participants and steps; "authflow init" writes one to start from';
const own = Object.keys(flowSchema.shape);
/** Keys that hardly any other file has. */
const telling = ['participants', 'steps', 'extends', 'patch'];

/** Null for a flow, and for one with mistakes in its keys. */
export function notAFlow(root: Node): Diagnostic | null {
  const keys = root.kind === 'map' ? root.entries.map(({ key }) => key.text) : [];
  const { source, start, end } = firstPlace(root);
  const other = keys.some((key) => telling.includes(key)) ? null : otherMapping(keys);
  if (other !== null) return otherFile({ what: other, hint: startOver }, source, start, end);
  const messages = root.kind === 'list' ? root.items.flatMap(keysOf) : keys;
  if (messages.some(isMessageKey) && !keys.some(isKnown)) return bareSteps(firstPlace(root));
  if (keys.length === 0 || keys.some(isKnown)) return null;
  return otherFile({ what: 'another kind of file', hint: startOver }, source, start, end);
}

const keysOf = (node: Node): readonly string[] => (node.kind === 'map' ? node.entries.map(({ key }) => key.text) : []);
const isMessageKey = (key: string): boolean => isArrowKey(key) || /\S\s*-{1,2}>{1,2}\s*\S/.test(key);
const isKnown = (key: string): boolean =>
  own.includes(key) || Object.hasOwn(flowKeys, key) || nearestName(key, own) !== null;

const bareSteps = (span: Diagnostic['span']): Diagnostic => ({
  code: 'flow-file',
  severity: 'error',
  message: 'messages are in the list "steps" of a flow',
  span,
  hint: [
    'write:',
    'id: sign-in',
    'title: Sign in',
    'participants: { A: Anna, B: Ben }',
    'steps:',
    '  - A -> B: Hello',
  ].join('\n'),
});
