/** Formats Markdown as Prettier's defaults do, so that Prettier changes nothing in a page or a block. */
import { fencedParts } from '../source/index.js';
import { widthOf } from '../text-diagram/index.js';

/** Aligns tables, and hides the language of code from Prettier. */
export const steadyMarkdown = (markdown: string): string =>
  fencedParts(markdown)
    .map(({ text, isCode }) => (isCode ? hideLanguage(text) : text.replace(/(?:^\|.*\|$\n?)+/gm, alignTable)))
    .join('');

/** The languages that Prettier would format, as their names are usually written. */
const formatted: Readonly<Record<string, string>> = {
  graphql: 'GraphQL',
  javascript: 'JavaScript',
  less: 'Less',
  markdown: 'Markdown',
  typescript: 'TypeScript',
  vue: 'Vue',
  ...Object.fromEntries(
    [
      'css',
      'html',
      'js',
      'json',
      'json5',
      'jsonc',
      'jsx',
      'md',
      'mdx',
      'mjs',
      'cjs',
      'scss',
      'ts',
      'tsx',
      'yaml',
      'yml',
    ].map((name) => [name, name.toUpperCase()]),
  ),
};

/**
 * Prettier compares the case of a language's name, and highlighters do not. A comment that stops Prettier is HTML in Markdown
 * and an expression in MDX, and Docusaurus reads a page as either.
 */
const hideLanguage = (fenced: string): string =>
  fenced.replace(/^(`+)(\w+)/, (_, ticks: string, name: string) => ticks + (formatted[name] ?? name));

/** Pads the columns of a GFM table (§4.10) to their widest cell. */
function alignTable(table: string): string {
  const rows = table.trimEnd().split('\n').map(cellsOf);
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row, index) => (index === 1 ? 3 : widthOf(row[column] ?? '')))),
  );
  const lines = rows.map((row, index) =>
    widths.map((width, column) => (index === 1 ? '-'.repeat(width) : pad(row[column] ?? '', width))),
  );
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n') + (table.endsWith('\n') ? '\n' : '');
}

const cellsOf = (line: string): string[] =>
  line
    .trimEnd()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const pad = (text: string, width: number): string => text + ' '.repeat(width - widthOf(text));
