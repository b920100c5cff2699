/** Fills the marked blocks of a page: examples, and tables of keys from flow.schema.json. Throws for an unknown name. */
export function fillDocs(text: string, schema: object): string;
