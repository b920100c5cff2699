/** Translates an expression of Go (RE2) to JavaScript. Throws for syntax that it does not know. */
export function translateRe2(re2: string): { readonly source: string; readonly flags: '' | 'i' };
