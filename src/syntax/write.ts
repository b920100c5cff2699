/** Writes a flow's shape as a flow file, in short forms, as an author would. */
import { Document, isMap, isScalar, isSeq, Scalar as YamlScalar } from 'yaml';
import * as z from 'zod';
import { toPlain } from './data.js';
import { flowSchema } from './schema.js';
import type { FlowShape, Step } from './schema.js';
import { fieldsOf, notesOf } from './shape.js';
import type { Scalar } from './shape.js';
import { stepKinds } from './step-schema.js';
import { isJson, isScalar as isPlaced } from './scalars.js';

/** The comments before a step, a participant, a branch or the whole flow, or at the end of a list of steps. */
export type Comments = ReadonlyMap<object, readonly string[]>;

/** YAML with LF and a final line break; reading it gives the same shape. */
export function writeFlow(shape: FlowShape, comments: Comments = new Map()): string {
  const document = new Document();
  const context = { document, comments };
  const contents = document.createNode(toAuthor(flowSchema, shape, context), { aliasDuplicateObjects: false });
  document.contents = contents;
  document.commentBefore = commentText(shape, context);
  layOut(contents, 0);
  // From this length on, the package would print a quoted text on several lines, with a blank line for each break.
  return document.toString({ lineWidth: 0, flowCollectionPadding: true, doubleQuotedMinMultiLineLength: Infinity });
}

interface Context {
  readonly document: Document;
  readonly comments: Comments;
}

const longestLine = 90;

/** Puts a short mapping or list on one line, unless it is the whole flow, one of its keys, or a step. */
function layOut(node: unknown, depth: number): void {
  if (isScalar(node)) {
    if (typeof node.value === 'string' && node.value.includes('\n')) node.type = YamlScalar.QUOTE_DOUBLE;
  } else if (isMap(node)) {
    for (const { value } of node.items) layOut(value, depth + 1);
    const isShort = node.items.every(({ key, value }) => isOneLine(value) && !isCommented(key));
    if (depth > 1 && isShort && JSON.stringify(node).length <= longestLine) node.flow = true;
    else for (const { value } of node.items) chooseBlock(value);
  } else if (isSeq(node)) {
    // A step is a mapping in a list: it keeps its lines.
    for (const item of node.items) layOut(item, isMap(item) ? 1 : depth + 1);
    for (const item of node.items) if (isMap(item)) item.flow = false;
    const isShort = node.items.every((item) => isScalar(item) && isOneLine(item)) && !isCommented(node);
    if (depth > 0 && isShort && JSON.stringify(node).length <= longestLine) node.flow = true;
    else node.items.forEach(chooseBlock);
  }
}

/** Chooses block style for long texts of several lines; two short lines stay in quotes. */
function chooseBlock(node: unknown): void {
  if (!isScalar(node) || typeof node.value !== 'string') return;
  const lines = node.value.split('\n').length;
  if (lines > 2 || (lines === 2 && node.value.length > longestLine / 2)) node.type = YamlScalar.BLOCK_LITERAL;
}

const isOneLine = (node: unknown): boolean =>
  isScalar(node)
    ? String(node.value).split('\n').length <= 2
    : (isMap(node) || isSeq(node)) && (node.flow === true || node.items.length === 0);

const isCommented = (node: unknown): boolean =>
  (isScalar(node) && Boolean(node.commentBefore)) || (isSeq(node) && Boolean(node.comment));

/** A comment for the YAML package: each line begins right after its `#`. */
function commentText(of: object, { comments }: Context): string | null {
  const lines = comments.get(of)?.map((line) => (line === '' ? ' ' : ` ${line}`));
  return lines === undefined || lines.length === 0 ? null : lines.join('\n');
}

/** The value as an author would write it, with mappings as Maps, which keep the order of keys. */
function toAuthor(schema: z.ZodType, value: unknown, context: Context): unknown {
  const notes = notesOf(schema);
  if (value === null) return null;
  if (isPlaced(value)) return plainNumber(value.value);
  if (isJson(value)) return toPlain(value.node);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodLazy)
    return toAuthor(schema.unwrap() as z.ZodType, value, context);
  if (notes.select) return writeStep(value as Step, context);
  if (notes.record) return writeRecord(schema as z.ZodArray, value as readonly RecordItem[], context);
  if (schema instanceof z.ZodUnion) return toAuthor(optionFor(schema, value), value, context);
  if (schema instanceof z.ZodArray)
    return writeList(schema, value as readonly unknown[], notes.oneOrMany === true, context);
  return schema instanceof z.ZodObject ? writeObject(schema, value as object, context) : value;
}

/** `key:` without a value. */
function nothing(): YamlScalar {
  const node = new YamlScalar(null);
  node.source = '';
  return node;
}

/** Where a text is expected, any scalar is a text, so `200` needs no quotes. */
const plainNumber = (value: string | number | boolean): unknown =>
  typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : value;

interface RecordItem {
  readonly key: Scalar;
  readonly value: unknown;
}

function writeRecord(schema: z.ZodArray, items: readonly RecordItem[], context: Context): Map<unknown, unknown> {
  const { value: inner } = fieldsOf(schema.element as z.ZodObject);
  return new Map(
    items.map((item) => {
      const key = new YamlScalar(item.key.value);
      key.commentBefore = commentText(item, context);
      return [key, inner ? toAuthor(inner, item.value, context) : item.value];
    }),
  );
}

function writeList(schema: z.ZodArray, items: readonly unknown[], oneOrMany: boolean, context: Context): unknown {
  const written = items.map((item) => commented(toAuthor(schema.element as z.ZodType, item, context), item, context));
  if (oneOrMany && written.length === 1) return written[0];
  const comment = commentText(items, context);
  if (comment === null) return written;
  const list = context.document.createNode(written);
  list.comment = comment;
  return list;
}

/** The node with its comment above, if there is one. */
function commented(written: unknown, of: unknown, context: Context): unknown {
  const comment = typeof of === 'object' && of !== null ? commentText(of, context) : null;
  if (comment === null) return written;
  const node = context.document.createNode(written);
  node.commentBefore = comment;
  return node;
}

function writeObject(schema: z.ZodObject, value: object, context: Context): unknown {
  const fields = fieldsOf(schema);
  const written = Object.entries(value).flatMap(([key, item]) => {
    const field = fields[key];
    return field && item !== undefined ? [[key, toAuthor(field, item, context)] as const] : [];
  });
  const { shorthand } = notesOf(schema);
  const [only] = written;
  if (written.length === 0 && shorthand !== undefined) return nothing();
  return only && written.length === 1 && only[0] === shorthand ? only[1] : new Map(written);
}

/** Finds the option of a union: a list of `{ key, value }` is a record; other options differ by kind of YAML node. */
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

function writeStep(step: Step, context: Context): unknown {
  if (!('from' in step)) {
    const [, schema] = Object.entries(stepKinds).find(([key]) => key in step) ?? [];
    return schema ? writeObject(schema, step, context) : new Map();
  }
  const { from, to, via, text, reply, activate, deactivate, ...rest } = step;
  const sign = (activate?.value ? '+' : '') || (deactivate?.value ? '-' : '');
  const both = activate?.value && deactivate?.value;
  const line = reply?.value ? '-->' : '->';
  const ends = [from.value, ...(via ? [via.value] : []), to.value];
  if (both || ends.some((end) => !canBeShort(end)) || (via && !reply?.value))
    return writeObject(stepKinds.from, step, context);
  const head = via
    ? `${from.value} -->${deactivate?.value ? '-' : ''} ${via.value} ->${activate?.value ? '+' : ''} ${to.value}`
    : `${from.value} ${line}${sign} ${to.value}`;
  const others = writeObject(stepKinds.from.partial(), rest, context) as Map<string, unknown>;
  return new Map<string, unknown>([[head, text ? plainNumber(text.value) : nothing()], ...others]);
}

/** Whether an id can be used in an arrow key. */
const canBeShort = (id: string): boolean => id === id.trim() && !/(^|\s)-{1,2}>>?[+-]?(\s|$)/.test(id) && id !== '';
