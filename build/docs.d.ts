/** Fills the marked blocks of a page: examples, and tables of keys from flow.schema.json. Throws where one names nothing. */
export function fillDocs(text: string, schema: object): string;
