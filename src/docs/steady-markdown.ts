/** Markdown as Prettier would write it, so that it finds nothing to change in a block. */
import { widthOf } from '../ascii/cells.js';

/** Aligns tables, and keeps Prettier off code that it would set anew. */
export function steadyMarkdown(markdown: string, isMdx: boolean): string {
  return markdown
    .split(/^(`{3,}[^]*?^`{3,}$)/m)
    .map((part) => (part.startsWith('```') ? guardCode(part, isMdx) : part.replace(/(?:^\|.*\|$\n?)+/gm, alignTable)))
    .join('');
}

/** The languages that Prettier knows, as far as a page may hold them. */
const formatted = /^`+(?:ya?ml|json[5c]?|jsx?|javascript|tsx?|typescript|html|vue|s?css|less|graphql|markdown|mdx?)\b/;

function guardCode(fenced: string, isMdx: boolean): string {
  if (!formatted.test(fenced)) return fenced;
  return `${isMdx ? '{/* prettier-ignore */}' : '<!-- prettier-ignore -->'}\n${fenced}`;
}

/** Columns as wide as their widest cell. */
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
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const pad = (text: string, width: number): string => text + ' '.repeat(width - widthOf(text));
