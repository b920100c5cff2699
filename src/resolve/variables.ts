/** `${NAME}` in texts. `$${` is a literal `${`; a `${` that forms no name is text. */
import type { Report } from '../diagnostic.js';
import { nearestOf } from '../diagnostic.js';
import type { Span } from '../source.js';
import type { FlowShape } from '../syntax/schema.js';
import type { Scalar } from '../syntax/shape.js';
import { allScalars } from '../syntax/walk.js';
import { textOf } from '../text.js';
import type { Text, TextPart } from '../text.js';

const reference = /\$\$\{|\$\{([A-Za-z_]\w*)\}/g;
const variableName = /^[A-Za-z_]\w*$/;

export interface VariableValue {
  /** What stands in place of `${NAME}`. */
  readonly shown: string;
  /** False for a placeholder. */
  readonly hasValue: boolean;
}

export type Variables = ReadonlyMap<string, VariableValue>;

/** The flow's variables with `--set` values over them; values may name other variables. */
export function readVariables(flow: FlowShape, set: Readonly<Record<string, string>>, report: Report): Variables {
  const declared = new Map((flow.variables ?? []).map(({ key, value }) => [key.value, { key, value }]));
  for (const { key } of declared.values()) if (!variableName.test(key.value)) reportName(key, report);
  for (const name of Object.keys(set)) if (!declared.has(name)) reportUnknownSet(name, [...declared.keys()], report);

  const variables = new Map<string, VariableValue>();
  const resolve = (name: string, trail: readonly string[]): VariableValue => {
    const known = variables.get(name);
    if (known) return known;
    const definition = declared.get(name);
    const value = Object.hasOwn(set, name) ? set[name] : definition?.value.value?.value;
    const placeholder = definition?.value.placeholder?.value ?? `\${${name}}`;
    const found: VariableValue =
      value === undefined
        ? { shown: placeholder, hasValue: false }
        : { shown: Object.hasOwn(set, name) ? value : fillNested(value, [...trail, name]), hasValue: true };
    variables.set(name, found);
    return found;
  };
  const fillNested = (value: string, trail: readonly string[]): string =>
    value.replace(reference, (match, name: string | undefined) => {
      if (name === undefined) return '${';
      if (!trail.includes(name)) return declared.has(name) ? resolve(name, trail).shown : match;
      reportCycle([...trail.slice(trail.indexOf(name)), name], declared.get(name)?.key.span, report);
      return match;
    });
  for (const name of declared.keys()) resolve(name, []);
  return variables;
}

/** A text with its variables filled in; what stands for a variable is remembered as such. */
export function fillText(scalar: Scalar<string | number | boolean>, variables: Variables): Text {
  const { text, span } = scalar;
  if (!text.includes('${')) return textOf(text, span);
  const parts: TextPart[] = [];
  const literal = (piece: string): void => {
    const last = parts.at(-1);
    if (piece === '') return;
    if (last?.kind === 'literal') parts[parts.length - 1] = { kind: 'literal', text: last.text + piece };
    else parts.push({ kind: 'literal', text: piece });
  };
  let from = 0;
  for (const match of text.matchAll(reference)) {
    const [whole, name] = match;
    literal(text.slice(from, match.index));
    from = match.index + whole.length;
    const value = name === undefined ? undefined : variables.get(name);
    if (name === undefined) literal('${');
    else if (value) parts.push({ kind: 'variable', name, text: value.shown, hasValue: value.hasValue });
    else literal(whole);
  }
  literal(text.slice(from));
  return { plain: parts.map((part) => part.text).join(''), parts, span };
}

/** The names of all `${NAME}` in the texts below a value. */
export function referencedNames(value: unknown): readonly string[] {
  return [...allScalars(value)].flatMap(({ text }) =>
    [...text.matchAll(reference)].flatMap(([, name]) => (name === undefined ? [] : [name])),
  );
}

/** Reports each `${NAME}` that the flow does not declare. */
export function reportUndeclared(flow: FlowShape, variables: Variables, report: Report): void {
  const names = [...variables.keys()];
  const { lint: _, id: __, ...texts } = flow;
  for (const scalar of allScalars(texts)) {
    if (typeof scalar.value !== 'string' || !scalar.value.includes('${')) continue;
    let from = 0;
    for (const [whole, name] of scalar.value.matchAll(reference)) {
      if (name !== undefined && !variables.has(name)) {
        report({
          code: 'declared-variables',
          severity: 'error',
          message: `undeclared variable ${JSON.stringify(name)}`,
          span: placeIn(scalar.span, whole, from),
          hint: `${nearestOf(name, 'variables', names)}; to write the text, double the dollar: "$${whole}"`,
        });
      }
      from += 1;
    }
  }
}

/** The place of the nth reference inside of a scalar, or the whole scalar where escapes make them differ. */
function placeIn(span: Span, reference_: string, index: number): Span {
  const written = span.source.text.slice(span.start, span.end);
  const match = [...written.matchAll(reference)][index];
  if (match?.[0] !== reference_) return span;
  return { ...span, start: span.start + match.index, end: span.start + match.index + reference_.length };
}

function reportName(key: Scalar, report: Report): void {
  report({
    code: 'variable-names',
    severity: 'error',
    message: `${JSON.stringify(key.value)} is no name for a variable`,
    span: key.span,
    hint: 'use letters, digits and "_", not starting with a digit',
  });
}

function reportUnknownSet(name: string, names: readonly string[], report: Report): void {
  report({
    code: 'declared-variables',
    severity: 'error',
    message: `--set names an undeclared variable ${JSON.stringify(name)}`,
    hint: nearestOf(name, 'variables', names),
  });
}

function reportCycle(chain: readonly string[], span: Span | undefined, report: Report): void {
  const message = `variables name each other in a circle: ${chain.join(' → ')}`;
  report({ code: 'no-cycles', severity: 'error', message, span });
}
