/**
 * Fills in `${NAME}` in texts. `$${` is a literal `${`; a `${` without a valid name is text. `${step:id}` refers to a step: outputs
 * fill in its number.
 */
import { joinText, nearestOf, textOf, unknownName, withLineFeeds } from '../source/index.js';
import type { Report, Span, Text, TextPart } from '../source/index.js';
import { allScalars, allSteps, branchesOf } from '../syntax/index.js';
import type { FlowShape, Scalar } from '../syntax/index.js';

const reference = /\$\$\{|\$\{([A-Za-z_]\w*)\}|\$\{step:([A-Za-z][\w-]*)\}/g;
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
      ? { parts: valueParts(name, withLineFeeds(set[name] ?? '')), hasValue: true }
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
    splitReferences(value).flatMap(({ text, name, step }): readonly TextPart[] => {
      if (step !== null) return [stepPart(step, text)];
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
  /** The variable's name, or null. */
  readonly name: string | null;
  /** The id of the step that is referred to, or null. */
  readonly step: string | null;
}

function splitReferences(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(reference)) {
    const [whole, name = null, step = null] = match;
    pieces.push({ text: text.slice(from, match.index), name: null, step: null });
    pieces.push({ text: name === null && step === null ? '${' : whole, name, step });
    from = match.index + whole.length;
  }
  return [...pieces, { text: text.slice(from), name: null, step: null }];
}

/** Its words are still those of the flow file; they are known once the flow has been built. */
const stepPart = (id: string, written: string): TextPart => ({ kind: 'step', id, text: written, words: written });

/** A text with its variables filled in; each part remembers the variable that it comes from. */
export function fillText(scalar: Scalar<string | number | boolean>, variables: Variables): Text {
  const { text, span } = scalar;
  if (!text.includes('${')) return textOf(text, span);
  const filled = splitReferences(text).map((piece): Text => {
    if (piece.step !== null) return { plain: piece.text, parts: [stepPart(piece.step, piece.text)] };
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

/** Reports each `${NAME}` that the flow does not declare, and each `${step:id}` without such a step. */
export function reportUndeclared(flow: FlowShape, variables: Variables, report: Report): void {
  const known = { names: [...variables.keys()], ids: stepIdsOf(flow) };
  const { lint: _, id: __, ...texts } = flow;
  for (const scalar of [...allScalars(texts), ...branchLabels(flow)]) {
    if (typeof scalar.value !== 'string' || !scalar.value.includes('${')) continue;
    const written = placesIn(scalar.span);
    for (const [index, match] of [...scalar.value.matchAll(reference)].entries()) {
      const [whole] = match;
      const place = written[index];
      // Escapes make the source differ.
      const span = place?.text === whole ? place.span : scalar.span;
      const found = explainUnknown(match, known, span);
      if (!found) continue;
      const hint = `${found.hint}; to write the text, double the dollar: "$${whole}"`;
      report({ ...found, severity: 'error', span, hint });
    }
  }
}

const stepIdsOf = ({ steps }: FlowShape): readonly string[] =>
  allSteps(steps ?? []).flatMap((step) => ('id' in step && step.id ? [step.id.value] : []));

/** The labels of branches that are written as keys. */
const branchLabels = ({ steps }: FlowShape): readonly Scalar[] =>
  allSteps(steps ?? []).flatMap((step) => (branchesOf(step) ?? []).flatMap((one) => ('key' in one ? [one.key] : [])));

interface KnownNames {
  readonly names: readonly string[];
  readonly ids: readonly string[];
}

function explainUnknown([, name, step]: RegExpMatchArray, { names, ids }: KnownNames, span: Span) {
  if (name !== undefined && !names.includes(name)) {
    const message = `undeclared variable ${JSON.stringify(name)}`;
    return { code: 'declared-variables', message, ...unknownName(name, 'variables', names, span) };
  }
  if (step === undefined || ids.includes(step)) return null;
  const message = `no step has the id ${JSON.stringify(step)}`;
  return { code: 'known-steps', message, ...unknownName(step, 'ids', ids, span) };
}

/** The references in a scalar as its source spells them. */
const placesIn = (span: Span): readonly { readonly text: string; readonly span: Span }[] =>
  Array.from(span.source.text.slice(span.start, span.end).matchAll(reference), ({ index, 0: text }) => {
    const start = span.start + index;
    return { text, span: { ...span, start, end: start + text.length } };
  });

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
