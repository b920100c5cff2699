/** The kinds of documents that can hold a flow, told by a file's ending. */

export type DocumentKind = 'markdown' | 'mdx' | 'asciidoc';

const endings: Readonly<Record<string, DocumentKind>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'mdx',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  asc: 'asciidoc',
};

/** Null for an ending that names no document. */
export function documentKind(path: string): DocumentKind | null {
  const [, ending = ''] = /\.(\w+)$/.exec(path) ?? [];
  return endings[ending.toLowerCase()] ?? null;
}

/** `.md`, `.mdx` … */
export const documentEndings: readonly string[] = Object.keys(endings).map((ending) => `.${ending}`);
