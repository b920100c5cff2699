/** The ways in which a block shows a part of a flow. */

/** `code`: verbatim text in a language; `markup`: in the markup of the document; `page`: the page, or one of its sections. */
export type Embedding =
  | { readonly kind: 'code'; readonly language: string }
  | { readonly kind: 'markup' }
  | { readonly kind: 'page' }
  | { readonly kind: 'picture' };

/** Embeddings by the name that a block uses. */
export type Embeddings = Readonly<Record<string, Embedding>>;

/** What a block can show besides the outputs of a flow: its pictures, and the flow file. */
export const ownEmbeddings = {
  picture: { kind: 'picture' },
  // Prettier formats `yaml`, and not `YAML`, which highlighters know as well.
  yaml: { kind: 'code', language: 'YAML' },
} as const satisfies Embeddings;
