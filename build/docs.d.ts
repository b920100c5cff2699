/** Fills the marked blocks of a page: examples, and tables of keys from its JSON Schema. Throws for an unknown name. */
export function fillDocs(text: string, schema: object): string;

/** The pages in docs/ with tables of keys, and their schemas in schema/. */
export const reference: Readonly<Record<string, string>>;
