/** The language of the templates: the parts of Handlebars that authflow supports, as a tree with places. */
import type { Span } from '../../source/index.js';
import type { BlockHelper } from './engine.js';

export type TemplateNode = Print | Say | Block | PartialCall | KindCall;

/** `{{path}}` */
export interface Print {
  readonly kind: 'print';
  readonly path: Path;
}

/** `{{say "name" key=value}}` */
export interface Say {
  readonly kind: 'say';
  readonly name: string;
  readonly args: readonly Argument[];
  readonly span: Span;
}

/** `{{#helper path as |params|}} body {{else}} otherwise {{/helper}}` */
export interface Block {
  readonly kind: 'block';
  readonly helper: BlockHelper;
  readonly path: Path;
  readonly params: readonly string[];
  readonly body: readonly TemplateNode[];
  readonly otherwise: readonly TemplateNode[];
}

/** `{{> name view key=value}}`; without a view the partial gets the caller's. */
export interface PartialCall {
  readonly kind: 'partial';
  readonly name: string;
  readonly view: Path | null;
  readonly args: readonly Argument[];
  readonly span: Span;
}

/** `{{> (lookup . "kind")}}`: the partial that the view's kind names. */
export interface KindCall {
  readonly kind: 'kind-partial';
  readonly span: Span;
}

export interface Argument {
  readonly name: string;
  readonly value: Path | 'text' | 'flag' | 'number';
  readonly span: Span;
}

export interface Path {
  /** As written: `../steps.length`. */
  readonly text: string;
  /** How many `../` it starts with. */
  readonly up: number;
  /** `@index`, `@first`, `@last`. */
  readonly isData: boolean;
  /** Whether it starts with `this` or a dot, so that it is never a block parameter. */
  readonly isScoped: boolean;
  readonly names: readonly string[];
  readonly span: Span;
}
