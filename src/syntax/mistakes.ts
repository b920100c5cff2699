/** Says what is wrong with a node that does not fit its schema, in an author's terms. */
import { stringify } from 'yaml';
import * as z from 'zod';
import { unknownName } from '../source/index.js';
import type { Report } from '../source/index.js';
import { describeNode } from './node.js';
import type { Entry, Node, ScalarNode } from './node.js';
import { notesOf } from './shape.js';

/** A value that is read. */
export interface Named {
  /** Its name in messages: `"title"`, `a step`. */
  readonly name: string;
  readonly report: Report;
  /** An example of a valid value, where the schema has one, for hints. */
  readonly example?: unknown;
}

export function reportUnknownKey({ key }: Entry, known: readonly string[], { name, report }: Named): void {
  report({
    code: 'known-keys',
    severity: 'error',
    message: `${name} has no key ${quoted(key.text)}`,
    span: key.span,
    ...unknownName(key.text, 'keys', known, key.span),
  });
}

export function explainScalar(schema: z.ZodType, node: ScalarNode, name: string) {
  const base = { severity: 'error' as const, span: node.span };
  if (schema instanceof z.ZodEnum) {
    const names = schema.options.map(String);
    const message = `${name} can't be ${quoted(node.text)}`;
    return { ...base, code: 'known-values', message, ...unknownName(node.text, 'values', names, node.span) };
  }
  const issue = schema.safeParse(schema instanceof z.ZodString ? node.text : node.value).error?.issues[0];
  const says = issue?.code === 'invalid_format' ? issue.message : expected(schema);
  return {
    ...base,
    code: 'expected-type',
    message: `${name} must be ${says}, not ${describeNode(node)}`,
    hint: hintFor(schema, node),
  };
}

function hintFor(schema: z.ZodType, node: ScalarNode): string | undefined {
  if (schema instanceof z.ZodNumber) return numberHint(schema, node.text);
  return /^(?:true or )?false$/.test(expected(schema)) ? flagHint(node.text) : undefined;
}

/** YAML 1.1 has more words for true and false; YAML 1.2 reads them as texts. */
function flagHint(text: string): string | undefined {
  if (/^(?:no|off|n|false)$/i.test(text)) return 'write false';
  return /^(?:yes|on|y|true)$/i.test(text) ? 'write true' : undefined;
}

/** A number in quotes, or with the marks of YAML 1.1 between its digits. */
function numberHint(schema: z.ZodNumber, text: string): string | undefined {
  const number = Number(/^[+-]?[\d_,]+$/.test(text) ? text.replaceAll(/[_,]/g, '') : NaN);
  return schema.safeParse(number).success ? `write ${number}` : undefined;
}

export function reportMismatch(node: Node, wanted: string, { name, example, report }: Named): void {
  report({
    code: 'expected-type',
    severity: 'error',
    message: `${name} must be ${wanted}, not ${describeNode(node)}`,
    span: firstPlace(node),
    hint: mismatchHint(node, wanted) ?? exampleHint(example),
  });
}

/** Where a text or false may stand, `no` is a text, but may mean false, as in YAML 1.1. In quotes it is a text beyond doubt. */
export function reportTextForFalse(node: Node, { name, report }: Named): void {
  const { source, start } = node.span;
  if (node.kind !== 'scalar' || /["']/.test(source.text.charAt(start)) || !/^(?:no|off)$/i.test(node.text)) return;
  report({
    code: 'expected-type',
    severity: 'warning',
    message: `${name} is the text ${quoted(node.text)} here, not false`,
    span: node.span,
    hint: `write false; if it is the text, quote it: ${quoted(node.text)}`,
  });
}

function mismatchHint(node: Node, wanted: string): string | undefined {
  const { kind, span } = node;
  const isBracketed = /[[{]/.test(span.source.text.charAt(span.start));
  if (wanted === 'a list' && kind === 'map') return 'start each item with "- "';
  if (node.kind === 'scalar' && /\bfalse\b/.test(wanted)) return flagHint(node.text);
  return kind !== 'scalar' && isBracketed && wanted.startsWith('a text') ? 'if this is a text, quote it' : undefined;
}

const exampleHint = (example: unknown): string | undefined =>
  example === undefined ? undefined : `for example: ${inOneLine(example)}`;

const inOneLine = (value: unknown): string => stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();

/** The first key or item of a block, because underlining the whole block would be too much. */
export function firstPlace(node: Node): Node['span'] {
  if (node.kind === 'scalar') return node.span;
  const first = node.kind === 'map' ? node.entries[0]?.key : node.items[0];
  return first ? firstPlace(first) : node.span;
}

/** Describes what a schema accepts, in an author's terms. */
export function expected(schema: z.ZodType): string {
  const notes = notesOf(schema);
  if (schema instanceof z.ZodOptional) return expected(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String).join(' or ');
  if (notes.record || schema instanceof z.ZodObject)
    return notes.shorthand === undefined ? 'a mapping' : 'a text or a mapping';
  if (schema instanceof z.ZodArray) return 'a list';
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodNumber) return 'a whole number' + range(schema);
  if (schema instanceof z.ZodEnum) return `one of ${schema.options.map(String).join(', ')}`;
  return 'a text';
}

function range({ minValue, maxValue }: z.ZodNumber): string {
  return minValue === null || maxValue === null ? '' : ` from ${minValue} to ${maxValue}`;
}

export const quoted = (name: string): string => JSON.stringify(name);
