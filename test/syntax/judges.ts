/** The two that say what is wrong with the shape of a flow file: the JSON Schema, by an independent validator, and the reader. */
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { flowJsonSchema } from '../../src/syntax/json-schema.js';
import { parseFlow } from '../../src/syntax/parse.js';

export const schema = flowJsonSchema();
/** What editors know beyond the standard. */
export const ajv = new Ajv({
  allErrors: true,
  strictTypes: false,
  keywords: ['defaultSnippets', 'errorMessage', 'patternErrorMessage'],
});
const accepts = ajv.compile(schema);

/** Mistakes that concern one value and its keys: what a JSON Schema can know of. */
const shapeCodes = ['known-keys', 'expected-type', 'known-values', 'required-keys', 'known-steps', 'message-form'];

export function shapeMistakes(text: string): readonly string[] {
  const { diagnostics } = parseFlow({ path: 'flow.yaml', text });
  return diagnostics.filter(({ code }) => shapeCodes.includes(code)).map(({ message }) => message);
}

export function refusals(text: string): readonly string[] {
  accepts(parse(text, { uniqueKeys: false, stringKeys: true }));
  // That a flow needs an id is a rule's to say: it may come from a file that the flow extends (src/rules/complete-flow.ts).
  const errors = (accepts.errors ?? []).filter(({ schemaPath }) => schemaPath !== '#/required');
  return errors.map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}
