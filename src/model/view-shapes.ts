/**
 * What templates may read, as data: templates are checked against these shapes when they are loaded, and
 * templates/README.md is tested against them.
 */

/** The shape of one field. Views are total: every field is always present. */
export type Shape = Scalar<ScalarKind> | List<Shape> | Ref<string> | Union<string>;

export type ScalarKind = 'text' | 'flag' | 'number';

export interface Scalar<Kind extends ScalarKind> {
  readonly kind: Kind;
}

export interface List<Item> {
  readonly kind: 'list';
  readonly of: Item;
}

/** An object of a named type. */
export interface Ref<Type extends string> {
  readonly kind: 'ref';
  readonly type: Type;
}

/** One of several named types, distinguished by their `kind` field, which equals the type's and its partial's name. */
export interface Union<Type extends string> {
  readonly kind: 'union';
  readonly types: readonly Type[];
}

export interface ViewField<S extends Shape = Shape> {
  readonly shape: S;
  /** One line for templates/README.md. */
  readonly about: string;
}

/** The views of one folder of templates/. Type names are the names of the templates that receive them. */
export interface ViewShapes {
  /** `words`, `mermaid`, `ascii` or `page`. */
  readonly folder: string;
  readonly types: Readonly<Record<string, Readonly<Record<string, ViewField>>>>;
}

const scalar =
  <Kind extends ScalarKind>(kind: Kind) =>
  (about: string): ViewField<Scalar<Kind>> => ({ shape: { kind }, about });

export const text = scalar('text');
export const flag = scalar('flag');
export const number = scalar('number');

export const texts = (about: string): ViewField<List<Scalar<'text'>>> => ({
  shape: { kind: 'list', of: { kind: 'text' } },
  about,
});
export const one = <Type extends string>(type: Type, about: string): ViewField<Ref<Type>> => ({
  shape: { kind: 'ref', type },
  about,
});
export const many = <Type extends string>(type: Type, about: string): ViewField<List<Ref<Type>>> => ({
  shape: { kind: 'list', of: { kind: 'ref', type } },
  about,
});
export const anyOf = <Type extends string>(types: readonly Type[], about: string): ViewField<List<Union<Type>>> => ({
  shape: { kind: 'list', of: { kind: 'union', types } },
  about,
});

/** The TypeScript type of a view, read off its shape: `ViewOf<typeof wordsShapes, 'message'>`. */
export type ViewOf<Shapes extends ViewShapes, Type extends keyof Shapes['types']> = {
  readonly [Name in keyof Shapes['types'][Type]]: ValueOf<Shapes, Shapes['types'][Type][Name]['shape']>;
};

type ValueOf<Shapes extends ViewShapes, S extends Shape> =
  S extends Scalar<infer Kind>
    ? Scalars[Kind]
    : S extends List<infer Item extends Shape>
      ? readonly ValueOf<Shapes, Item>[]
      : S extends Ref<infer Type>
        ? ViewOf<Shapes, Type>
        : S extends Union<infer Type>
          ? { [Each in Type]: ViewOf<Shapes, Each> & { readonly kind: Each } }[Type]
          : never;

interface Scalars {
  text: string;
  flag: boolean;
  number: number;
}
