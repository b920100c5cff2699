/**
 * The JSON Schema of flow files, for editors: what read.ts accepts, from the same zod schema. In draft 7, which YAML language
 * servers support best; `defaultSnippets` and the error messages are their extensions.
 */
import type * as z from 'zod';
import { arrowKeyPattern, messageKeyPatterns } from './arrow.js';
import { describeSchema, fieldsSchema, toJsonSchema, typeDefinitions } from './json-shape.js';
import type { JsonSchema } from './json-shape.js';
import { sectionSchema } from './page-schema.js';
import { flowSchema } from './schema.js';
import { fieldsOf } from './shape.js';
import { messageSchema } from './message-schema.js';
import { stepKinds } from './step-schema.js';

export function flowJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'authflow flow file',
    description: 'One authentication or authorization flow: participants, steps, notes, theme variables.',
    type: 'object',
    ...fieldsSchema(flowSchema),
    required: ['id'],
    definitions: {
      ...typeDefinitions,
      step: step(),
      shortMessage: shortMessage(),
      ...Object.fromEntries(kinds.map(([key, schema]) => [kindNames[key] ?? key, fieldsSchema(schema)])),
      section: { type: 'object', ...fieldsSchema(sectionSchema as z.ZodType as z.ZodObject) },
    },
  };
}

const kinds = Object.entries<z.ZodObject>(stepKinds);
const kindNames: Readonly<Record<string, string>> = { from: 'message' };
const kindOf = (key: string): JsonSchema => ({ $ref: `#/definitions/${kindNames[key] ?? key}` });

const snippets: readonly JsonSchema[] = [
  {
    label: 'C -> AS: message',
    description: 'A request, or an action; for a self-message: C -> C.',
    bodyText: '${1:C} -> ${2:AS}: ${3:POST /token}',
  },
  { label: 'AS --> C: reply', description: 'An answer.', bodyText: '${1:AS} --> ${2:C}: ${3:200 OK}' },
  {
    label: 'AS --> B -> C: redirect',
    description: 'A redirect through the browser B: two messages.',
    bodyText: '${1:AS} --> ${2:B} -> ${3:C}: ${4:303 See Other}\n  redirect: { to: "${5:https://app.example.com/cb}" }',
  },
];

/** A step is picked by its distinguishing key, so that a typo gives one message. */
function step(): JsonSchema {
  const hasNoArrow = { patternProperties: { [arrowKeyPattern]: false } };
  const heads = kinds.map(([key, schema]) => [key, describeSchema(fieldsOf(schema)[key] ?? schema)] as const);
  const message = { required: ['from'], errorMessage: stepError };
  // The completions for a step that has no such key yet.
  const unknown: JsonSchema = {
    properties: Object.fromEntries(heads),
    defaultSnippets: snippets,
    allOf: [message],
  };
  const byKey = kinds.reduceRight<JsonSchema>(
    (otherwise, [key]) => ({ if: hasKey(key), then: kindOf(key), else: otherwise }),
    unknown,
  );
  return {
    type: 'object',
    description: 'A message, a note, a fragment, or another kind of step.',
    if: hasNoArrow,
    then: byKey,
    else: { $ref: '#/definitions/shortMessage' },
  };
}

/** `to` also marks a message. The type is for editors, which evaluate the conditions on an empty step. */
function hasKey(key: string): JsonSchema {
  const isWritten = key === 'from' ? { anyOf: [{ required: ['from'] }, { required: ['to'] }] } : { required: [key] };
  return { type: 'object', ...isWritten };
}

const stepError = `This is not a known kind of step. A message is "A -> B: text"; other steps have one of the keys ${kinds
  .map(([key]) => key)
  .filter((key) => key !== 'from')
  .join(', ')}.`;

/** A message whose ends and arrow form a key, with the text as its value. */
function shortMessage(): JsonSchema {
  const text = {
    ...toJsonSchema(messageSchema.shape.text),
    description:
      'A message: "A -> B: text"; "B --> A: text" is a reply; "A --> B -> C: text" a redirect through a browser B.',
  };
  return {
    ...fieldsSchema(messageSchema.omit({ from: true, to: true, via: true })),
    patternProperties: Object.fromEntries(messageKeyPatterns.map((pattern) => [pattern, text])),
  };
}
