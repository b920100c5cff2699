/** Checks that a partial exists and gets the kind of view that it expects. */
import { nearestOf, unknownName } from '../../source/index.js';
import type { Report, Span } from '../../source/index.js';
import { anyValue, isObject, nameOf, resolvePath, withoutArguments } from './scope.js';
import type { Fields, Scope, Type, Value } from './scope.js';
import type { Argument, KindCall, PartialCall } from './syntax.js';

/** A call of a partial, with the types of its view and arguments. */
export interface Call {
  readonly name: string;
  readonly view: Value;
  readonly span: Span;
}

/** Null if there is no such partial. */
export function checkPartial(
  call: PartialCall,
  partials: readonly string[],
  scope: Scope,
  report: Report,
): Call | null {
  const { name, span } = call;
  const view = call.view ? resolvePath(call.view, scope, report) : scope.value;
  if (!partials.includes(name)) {
    const wayOut = unknownName(name, 'partials', partials, span);
    report({ code: 'known-partials', severity: 'error', message: `unknown partial "${name}"`, span, ...wayOut });
    return null;
  }
  const args = argumentTypes(call.args, scope, report);
  const problem = problemOf(call, view.type, scope);
  if (problem) {
    report({ code: 'field-types', severity: 'error', span, ...problem });
    return { name, view: anyValue, span };
  }
  return { name, view: { ...view, type: extend(view.type, args) }, span };
}

/**
 * A type is extended at most once, even if a partial passes arguments on, so that the number of types to check is
 * finite.
 */
function extend(type: Type, args: Fields): Type {
  if (Object.keys(args).length === 0) return type;
  return type.kind === 'extended'
    ? { ...type, args: { ...type.args, ...args } }
    : { kind: 'extended', base: type, args };
}

function problemOf(
  { name, args }: PartialCall,
  type: Type,
  { shapes }: Scope,
): { message: string; hint: string } | null {
  const isPromised = Object.hasOwn(shapes.types, name);
  if (isPromised && type.kind !== 'any' && !isOnly(type, name)) {
    const hint =
      type.kind === 'union' ? 'write {{> (lookup . "kind")}}' : `pass a part that is one: {{> ${name} field}}`;
    return { message: `partial "${name}" needs ${name}, not ${nameOf(type)}`, hint };
  }
  if (args.length === 0) return null;
  if (isPromised) {
    return { message: `partial "${name}" takes no arguments`, hint: 'only your own partials take arguments' };
  }
  return isObject(type) || type.kind === 'any'
    ? null
    : { message: `arguments with ${nameOf(type)}`, hint: 'arguments need an object as the view' };
}

function isOnly(type: Type, name: string): boolean {
  const kinds = kindsOf(type);
  return kinds.length > 0 && kinds.every((kind) => kind === name);
}

/** Arguments are scalars: with an object, a partial could get back to what contains its view, and never end. */
export const argumentTypes = (args: readonly Argument[], scope: Scope, report: Report): Fields =>
  Object.fromEntries(
    args.map(({ name, value, span }): [string, Type] => {
      if (typeof value === 'string') return [name, { kind: value }];
      const { type } = resolvePath(value, scope, report);
      if (!isObject(type) && type.kind !== 'list') return [name, type];
      const message = `argument "${name}" is ${nameOf(type)}`;
      const hint = 'arguments are text, numbers or flags; pass an object as the view: {{> name field}}';
      report({ code: 'field-types', severity: 'error', message, span, hint });
      return [name, { kind: 'any' }];
    }),
  );

/** One call for each kind that the view can have. */
export function checkKindPartial(
  { span }: KindCall,
  partials: readonly string[],
  scope: Scope,
  report: Report,
): readonly Call[] {
  const { type, isPart } = scope.value;
  const path = { text: 'kind', names: ['kind'], up: 0, isData: false, isScoped: true, span };
  if (resolvePath(path, scope, report) === anyValue) return [];
  return kindsOf(type).flatMap((name) => {
    if (partials.includes(name)) return [{ name, view: { type: { kind: 'ref', type: name }, isPart }, span }];
    const message = `there is no partial for "${name}", one of the possible kinds`;
    report({ code: 'known-partials', severity: 'error', message, span, hint: nearestOf(name, 'partials', partials) });
    return [];
  });
}

function kindsOf(type: Type): readonly string[] {
  const bare = withoutArguments(type);
  if (bare.kind === 'union') return bare.types;
  return bare.kind === 'ref' ? [bare.type] : [];
}
