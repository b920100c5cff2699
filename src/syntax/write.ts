/** A flow's shape back as a flow file: short forms, as an author would write it. */
import { Document, isMap, isScalar, isSeq, Scalar as YamlScalar } from 'yaml';
import { z } from 'zod';
import { toPlain } from './data.js';
import { flowSchema } from './schema.js';
import type { FlowShape, Step } from './schema.js';
import { fieldsOf, notesOf } from './shape.js';
import type { Scalar } from './shape.js';
import { stepKinds } from './step-schema.js';
import { isJson, isScalar as isPlaced } from './walk.js';

/** YAML with LF and a final line break; reading it gives the same shape. */
export function writeFlow(shape: FlowShape): string {
  const document = new Document(toAuthor(flowSchema, shape), { aliasDuplicateObjects: false });
  layOut(document.contents, 0);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

const longestLine = 90;

/** A short mapping or list stands in one line, unless it is the whole, one of its keys, or a step. */
function layOut(node: unknown, depth: number): void {
  if (isScalar(node)) {
    if (typeof node.value === 'string' && node.value.includes('\n')) node.type = YamlScalar.QUOTE_DOUBLE;
  } else if (isMap(node)) {
    for (const { value } of node.items) layOut(value, depth + 1);
    const isShort = node.items.every(({ value }) => isOneLine(value));
    if (depth > 1 && isShort && JSON.stringify(node).length <= longestLine) node.flow = true;
  } else if (isSeq(node)) {
    // A step is a mapping in a list: it keeps its lines.
    for (const item of node.items) layOut(item, isMap(item) ? 1 : depth + 1);
    for (const item of node.items) if (isMap(item)) item.flow = false;
    const isShort = node.items.every((item) => isScalar(item));
    if (depth > 0 && isShort && JSON.stringify(node).length <= longestLine) node.flow = true;
  }
}

const isOneLine = (node: unknown): boolean =>
  isScalar(node) ? !String(node.value).includes('\n') : (isMap(node) || isSeq(node)) && node.flow === true;

/** The value as an author's YAML has it, with mappings as Maps, which keep the order of keys. */
function toAuthor(schema: z.ZodType, value: unknown): unknown {
  const notes = notesOf(schema);
  if (isPlaced(value)) return plainNumber(value.value);
  if (isJson(value)) return toPlain(value.node);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodLazy)
    return toAuthor(schema.unwrap() as z.ZodType, value);
  if (notes.select) return writeStep(value as Step);
  if (notes.record) return writeRecord(schema as z.ZodArray, value as readonly RecordItem[]);
  if (schema instanceof z.ZodUnion) return toAuthor(optionFor(schema, value), value);
  if (schema instanceof z.ZodArray) return writeList(schema, value as readonly unknown[], notes.oneOrMany === true);
  return schema instanceof z.ZodObject ? writeObject(schema, value as object) : value;
}

/** Any scalar is a text where a text is expected, so `200` needs no quotes. */
const plainNumber = (value: string | number | boolean): unknown =>
  typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : value;

interface RecordItem {
  readonly key: Scalar;
  readonly value: unknown;
}

function writeRecord(schema: z.ZodArray, items: readonly RecordItem[]): Map<string, unknown> {
  const { value: inner } = fieldsOf(schema.element as z.ZodObject);
  return new Map(items.map(({ key, value }) => [key.value, inner ? toAuthor(inner, value) : value]));
}

function writeList(schema: z.ZodArray, items: readonly unknown[], oneOrMany: boolean): unknown {
  const written = items.map((item) => toAuthor(schema.element as z.ZodType, item));
  return oneOrMany && written.length === 1 ? written[0] : written;
}

function writeObject(schema: z.ZodObject, value: object): unknown {
  const fields = fieldsOf(schema);
  const written = Object.entries(value).flatMap(([key, item]) => {
    const field = fields[key];
    return field && item !== undefined ? [[key, toAuthor(field, item)] as const] : [];
  });
  const { shorthand } = notesOf(schema);
  const [only] = written;
  return only && written.length === 1 && only[0] === shorthand ? only[1] : new Map(written);
}

/** A list of `{ key, value }` is a record; what else there is differs in its kind of YAML. */
function optionFor(schema: z.ZodUnion, value: unknown): z.ZodType {
  const options = schema.options as readonly z.ZodType[];
  const isRecord =
    Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && 'key' in item);
  const fits = (option: z.ZodType): boolean => {
    if (Array.isArray(value))
      return isRecord ? notesOf(option).record === true : option instanceof z.ZodArray && !notesOf(option).record;
    return option instanceof z.ZodObject;
  };
  return options.find(fits) ?? z.never();
}

function writeStep(step: Step): unknown {
  if (!('from' in step)) {
    const [, schema] = Object.entries(stepKinds).find(([key]) => key in step) ?? [];
    return schema ? writeObject(schema, step) : new Map();
  }
  const { from, to, via, text, reply, activate, deactivate, ...rest } = step;
  const sign = (activate?.value ? '+' : '') || (deactivate?.value ? '-' : '');
  const both = activate?.value && deactivate?.value;
  const line = reply?.value ? '-->' : '->';
  const ends = [from.value, ...(via ? [via.value] : []), to.value];
  if (both || ends.some((end) => !canBeShort(end)) || (via && !reply?.value)) return writeObject(stepKinds.from, step);
  const head = via
    ? `${from.value} -->${deactivate?.value ? '-' : ''} ${via.value} ->${activate?.value ? '+' : ''} ${to.value}`
    : `${from.value} ${line}${sign} ${to.value}`;
  const others = writeObject(stepKinds.from.partial(), rest) as Map<string, unknown>;
  return new Map<string, unknown>([[head, text ? plainNumber(text.value) : null], ...others]);
}

/** Whether an id can stand beside an arrow. */
const canBeShort = (id: string): boolean => id === id.trim() && !/(^|\s)-{1,2}>>?[+-]?(\s|$)/.test(id) && id !== '';
