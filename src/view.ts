/**
 * What templates may read, as data: templates are checked against these shapes when they are loaded, and
 * templates/README.md is proven against them.
 */

/** One field. Views are total: every field is always present. */
export type Shape =
  | { readonly kind: 'text' | 'flag' | 'number' }
  | { readonly kind: 'list'; readonly of: Shape }
  /** An object of a named type. */
  | { readonly kind: 'ref'; readonly type: string }
  /** One of several named types, told apart by their `kind` field, which equals the type's and its partial's name. */
  | { readonly kind: 'union'; readonly types: readonly string[] };

export interface ViewField {
  readonly shape: Shape;
  /** One line for templates/README.md. */
  readonly about: string;
}

/** The views of one folder of templates/. Type names are the names of the templates that receive them. */
export interface ViewShapes {
  /** `words`, `mermaid`, `ascii` or `page`. */
  readonly folder: string;
  readonly types: Readonly<Record<string, Readonly<Record<string, ViewField>>>>;
}

export const text = (about: string): ViewField => ({ shape: { kind: 'text' }, about });
export const flag = (about: string): ViewField => ({ shape: { kind: 'flag' }, about });
export const number = (about: string): ViewField => ({ shape: { kind: 'number' }, about });
export const texts = (about: string): ViewField => ({ shape: { kind: 'list', of: { kind: 'text' } }, about });
export const one = (type: string, about: string): ViewField => ({ shape: { kind: 'ref', type }, about });
export const many = (type: string, about: string): ViewField => ({
  shape: { kind: 'list', of: { kind: 'ref', type } },
  about,
});
export const anyOf = (types: readonly string[], about: string): ViewField => ({
  shape: { kind: 'list', of: { kind: 'union', types } },
  about,
});
