/** Resolves the names in a template: the types of `this`, of block parameters and of paths. */
import type { Shape, ViewShapes } from '../../model/index.js';
import { unknownName } from '../../source/index.js';
import type { Report } from '../../source/index.js';
import type { Path } from './syntax.js';

/** The shape of a value. */
export type Known = Shape | { readonly kind: 'extended'; readonly base: Type; readonly args: Fields };

/** `any` after a mistake, so that one mistake gives one message. */
export type Type = Known | { readonly kind: 'any' };

export type Fields = Readonly<Record<string, Type>>;

export interface Value {
  readonly type: Type;
  /** True for a part of the template's own view, false for the whole view. Calls that pass on parts end. */
  readonly isPart: boolean;
}

export interface Scope {
  readonly shapes: ViewShapes;
  /** `this` */
  readonly value: Value;
  /** `../`; null in the template's outermost scope. */
  readonly outer: Scope | null;
  /** Block parameters, including those of enclosing blocks. */
  readonly params: ReadonlyMap<string, Value>;
  /** Within `{{#each}}`, where `@index` and the like are known. */
  readonly isLoop: boolean;
}

export const anyValue: Value = { type: { kind: 'any' }, isPart: true };

const loopData: Readonly<Record<string, Type>> = {
  index: { kind: 'number' },
  first: { kind: 'flag' },
  last: { kind: 'flag' },
};

export function resolvePath(path: Path, scope: Scope, report: Report): Value {
  const fail = (message: string, wayOut: string | ReturnType<typeof unknownName>): Value => {
    const words = typeof wayOut === 'string' ? { hint: wayOut } : wayOut;
    report({ code: 'known-fields', severity: 'error', message, span: path.span, ...words });
    return anyValue;
  };
  const [first = '', ...rest] = path.names;
  if (path.isData) {
    const type = scope.isLoop ? loopData[first] : undefined;
    return type ? { type, isPart: true } : fail(`"${path.text}" outside {{#each}}`, 'a partial gets it as an argument');
  }
  const start = climb(scope, path.up);
  if (!start)
    return fail(`"${path.text}" leaves the template`, 'a template has access only to its own view; pass what it needs');
  const param = path.up === 0 && !path.isScoped ? scope.params.get(first) : undefined;
  return (param ? rest : path.names).reduce<Value>(({ type }, name) => {
    const fields = fieldsOf(type, scope.shapes);
    if (!fields) return anyValue;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field) return { type: field, isPart: true };
    const wayOut = unknownName(name, 'its fields', Object.keys(fields), path.span);
    return fail(`unknown field "${name}" of ${nameOf(type)}`, wayOut);
  }, param ?? start.value);
}

/** The scope of a block. As in Handlebars, a block with the same view adds no level for `../`. */
export function enter(
  scope: Scope,
  value: Value,
  params: readonly (readonly [name: string, value: Value])[],
  isLoop: boolean,
): Scope {
  const outer = value === scope.value ? scope.outer : scope;
  return { ...scope, value, outer, params: new Map([...scope.params, ...params]), isLoop };
}

const climb = (scope: Scope, levels: number): Scope | null =>
  levels === 0 ? scope : scope.outer && climb(scope.outer, levels - 1);

/** Null if every name is accepted. */
function fieldsOf(type: Type, shapes: ViewShapes): Fields | null {
  switch (type.kind) {
    case 'any':
      return null;
    case 'ref':
      return typeFields(type.type, shapes);
    case 'union':
      return { ...type.types.map((name) => typeFields(name, shapes)).reduce(commonFields), kind: { kind: 'text' } };
    case 'extended': {
      const base = fieldsOf(type.base, shapes);
      return base && { ...base, ...type.args };
    }
    case 'list':
      return { length: { kind: 'number' } };
    case 'text':
    case 'flag':
    case 'number':
      return {};
  }
}

const typeFields = (name: string, { types }: ViewShapes): Fields =>
  Object.fromEntries(Object.entries(types[name] ?? {}).map(([field, { shape }]) => [field, shape]));

const commonFields = (one: Fields, other: Fields): Fields =>
  Object.fromEntries(Object.entries(one).filter(([name, type]) => sameType(type, other[name])));

export const isObject = (type: Type): type is Exclude<Known, { kind: 'list' | 'text' | 'flag' | 'number' }> =>
  type.kind === 'ref' || type.kind === 'union' || type.kind === 'extended';

const sameType = (one: Type, other: Type | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

export const withoutArguments = (type: Type): Type => (type.kind === 'extended' ? type.base : type);

/** For messages: `message`, `text`, `a list of note`. */
export function nameOf(type: Type): string {
  switch (type.kind) {
    case 'ref':
      return type.type;
    case 'union':
      return type.types.join(' or ');
    case 'list':
      return `a list of ${nameOf(type.of)}`;
    case 'extended':
      return nameOf(type.base);
    case 'text':
    case 'flag':
    case 'number':
    case 'any':
      return type.kind;
  }
}
