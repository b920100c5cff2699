/** Fills in `${NAME}` in texts. `$${` is a literal `${`; a `${` without a valid name is text. */
import { joinText, nearestOf, textOf, unknownName } from '../source/index.js';
import type { Report, Span, Text, TextPart } from '../source/index.js';
import { allScalars } from '../syntax/index.js';
import type { FlowShape, Scalar } from '../syntax/index.js';

const reference = /\$\$\{|\$\{([A-Za-z_]\w*)\}/g;
const variableName = /^[A-Za-z_]\w*$/;

interface VariableValue {
  /** The parts that replace `${NAME}`, including those of variables that its value refers to. */
  readonly parts: readonly TextPart[];
  /** False for a placeholder. */
  readonly hasValue: boolean;
}

export type Variables = ReadonlyMap<string, VariableValue>;

/** What diagrams and HTTP show for a variable. */
export const shownFor = ({ parts }: VariableValue): string => parts.map((part) => part.text).join('');

/** The flow's variables, overridden by `--set`; values may refer to other variables. */
export function readVariables(flow: FlowShape, set: Readonly<Record<string, string>>, report: Report): Variables {
  const declared = new Map((flow.variables ?? []).map((variable) => [variable.key.value, variable]));
  for (const { key } of declared.values()) if (!variableName.test(key.value)) reportName(key, report);
  for (const name of Object.keys(set)) if (!declared.has(name)) reportUnknownSet(name, [...declared.keys()], report);

  const variables = new Map<string, VariableValue>();
  const refused = new Set<string>();
  let expanded = 0;
  const resolve = ({ key, value }: Declared, trail: readonly string[]): VariableValue => {
    const name = key.value;
    const known = variables.get(name);
    if (known) return known;
    const found = Object.hasOwn(set, name)
      ? { parts: valueParts(name, set[name] ?? ''), hasValue: true }
      : value.value
        ? { parts: nestedParts(key, value.value.value, [...trail, name]), hasValue: true }
        : { parts: [placeholder(name, value.placeholder?.value)], hasValue: false };
    variables.set(name, found);
    return found;
  };
  const tooLarge = ({ key }: Declared): readonly TextPart[] => {
    if (!refused.has(key.value)) reportTooLarge(key, report);
    refused.add(key.value);
    return [];
  };
  const bounded = (inner: Declared, value: VariableValue): readonly TextPart[] => {
    const size = value.parts.length + shownFor(value).length;
    expanded += size;
    return expanded > largest ? tooLarge(inner) : value.parts;
  };
  const nestedParts = (key: Scalar, value: string, trail: readonly string[]): readonly TextPart[] =>
    splitReferences(value).flatMap(({ text, name }): readonly TextPart[] => {
      const inner = name === null ? undefined : declared.get(name);
      if (name === null || !inner) return valueParts(key.value, text);
      if (trail.length > deepest) return tooLarge(inner);
      if (!trail.includes(name)) return bounded(inner, resolve(inner, trail));
      reportCycle([...trail.slice(trail.indexOf(name)), name], inner.key.span, report);
      return [];
    });
  for (const variable of declared.values()) resolve(variable, []);
  return variables;
}

type Declared = NonNullable<FlowShape['variables']>[number];

const valueParts = (name: string, text: string): readonly TextPart[] =>
  text === '' ? [] : [{ kind: 'variable', name, text, hasValue: true }];

const placeholder = (name: string, spelling = `\${${name}}`): TextPart => ({
  kind: 'variable',
  name,
  text: spelling,
  hasValue: false,
});

interface Piece {
  /** The text to show if it is not a known variable; for `$${` this is `${`. */
  readonly text: string;
  /** Null for a literal. */
  readonly name: string | null;
}

function splitReferences(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(reference)) {
    const [whole, name] = match;
    pieces.push({ text: text.slice(from, match.index), name: null });
    pieces.push(name === undefined ? { text: '${', name: null } : { text: whole, name });
    from = match.index + whole.length;
  }
  return [...pieces, { text: text.slice(from), name: null }];
}

/** A text with its variables filled in; each part remembers the variable that it comes from. */
export function fillText(scalar: Scalar<string | number | boolean>, variables: Variables): Text {
  const { text, span } = scalar;
  if (!text.includes('${')) return textOf(text, span);
  const filled = splitReferences(text).map((piece): Text => {
    const value = piece.name === null ? undefined : variables.get(piece.name);
    return value ? { plain: shownFor(value), parts: value.parts } : textOf(piece.text);
  });
  return { ...joinText(...filled), span };
}

/** The names of all `${NAME}` in the texts inside a value. */
export function referencedNames(value: unknown): readonly string[] {
  return allScalars(value).flatMap(({ text }) =>
    text.includes('${') ? [...text.matchAll(reference)].flatMap(([, name]) => name ?? []) : [],
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
        const span = placeIn(scalar.span, whole, from);
        const { hint, ...wayOut } = unknownName(name, 'variables', names, span);
        report({
          code: 'declared-variables',
          severity: 'error',
          message: `undeclared variable ${JSON.stringify(name)}`,
          span,
          hint: `${hint}; to write the text, double the dollar: "$${whole}"`,
          ...wayOut,
        });
      }
      from += 1;
    }
  }
}

/** The place of the nth reference inside a scalar, or the whole scalar where escapes make the source differ. */
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
    message: `${JSON.stringify(key.value)} is not a valid variable name`,
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

/** The limits for references between values: their depth, and the length of the result in one flow. */
const deepest = 50;
const largest = 200_000;

function reportTooLarge(key: Scalar, report: Report): void {
  const message = `the value of ${JSON.stringify(key.value)} is too large once its variables are filled in`;
  const hint = 'use fewer variables in values';
  report({ code: 'variable-size', severity: 'error', message, span: key.span, hint });
}

function reportCycle(chain: readonly string[], span: Span | undefined, report: Report): void {
  const message = `variables refer to each other in a circle: ${chain.join(' → ')}`;
  report({ code: 'no-cycles', severity: 'error', message, span });
}
