/** Checks a step that a patch has changed against the schema of its kind. */
import * as z from 'zod';
import { nearestOf } from '../source/index.js';
import type { Report, Span } from '../source/index.js';
import type { Step } from './schema.js';
import { fieldsOf, notesOf } from './shape.js';
import { stepKinds } from './step-schema.js';
import { isJson, isScalar } from './scalars.js';

/** `at`: the place for mistakes that have no place of their own. False, with diagnostics, if the step is invalid. */
export function checkStep(step: Step, at: Span, report: Report): boolean {
  let isWhole = true;
  const fail = (code: string, message: string, hint: string): void => {
    isWhole = false;
    report({ code, severity: 'error', message, span: at, hint });
  };
  // A step without any distinguishing key can only be a message whose `from` was removed.
  const [kind = 'from', schema = stepKinds.from] = Object.entries(stepKinds).find(([key]) => key in step) ?? [];
  checkFields(schema, step, kind === 'from' ? 'a message' : `the step ${JSON.stringify(kind)}`, fail);
  return isWhole;
}

type Fail = (code: string, message: string, hint: string) => void;

function checkFields(schema: z.ZodObject, shape: object, name: string, fail: Fail): void {
  const fields = fieldsOf(schema);
  for (const [key, value] of Object.entries(shape)) {
    const field = fields[key];
    if (value === undefined) continue;
    if (field) checkValue(field, value, JSON.stringify(key), fail);
    else fail('known-keys', `${name} has no key ${JSON.stringify(key)}`, nearestOf(key, 'keys', Object.keys(fields)));
  }
  for (const [key, field] of Object.entries(fields)) {
    if (field instanceof z.ZodOptional || key in shape) continue;
    fail('required-keys', `${name} needs ${JSON.stringify(key)}`, 'keep it, or set another value');
  }
}

function checkValue(schema: z.ZodType, value: unknown, name: string, fail: Fail): void {
  if (schema instanceof z.ZodOptional) checkValue(schema.unwrap() as z.ZodType, value, name, fail);
  else if (notesOf(schema).record || isScalar(value) || isJson(value)) return;
  else if (schema instanceof z.ZodObject) checkFields(schema, value as object, name, fail);
}
