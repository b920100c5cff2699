/** The ways in which a block shows something of a flow. */

/** `code`: verbatim text in a language; `markup`: in the markup of the document; `page`: the page, or one of its sections. */
export type Embedding =
  | { readonly kind: 'code'; readonly language: string }
  | { readonly kind: 'markup' }
  | { readonly kind: 'page' }
  | { readonly kind: 'picture' };

/** By the name that a block asks for. */
export type Embeddings = Readonly<Record<string, Embedding>>;

/** What a block can show beside the outputs of a flow: its pictures, and the flow file. */
export const ownEmbeddings = {
  picture: { kind: 'picture' },
  yaml: { kind: 'code', language: 'yaml' },
} as const satisfies Embeddings;
