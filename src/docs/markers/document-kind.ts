/** The kinds of documents that can contain a flow, by file extension. */

export type DocumentKind = 'markdown' | 'mdx' | 'asciidoc';

const endings: Readonly<Record<string, DocumentKind>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'mdx',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  asc: 'asciidoc',
};

/** Null for an extension that is not a document's. */
export function documentKind(path: string): DocumentKind | null {
  const [, ending = ''] = /\.(\w+)$/.exec(path) ?? [];
  return endings[ending.toLowerCase()] ?? null;
}

/** `.md`, `.mdx` … */
export const documentEndings: readonly string[] = Object.keys(endings).map((ending) => `.${ending}`);
