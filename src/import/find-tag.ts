/** Finds diagrams that are not in fenced blocks: in tags, and in the blocks of AsciiDoc. */
import type { Range } from './passage.js';

export interface Tag {
  /** The word that names the notation. */
  readonly word: string;
  /** The text between the tag and its closing tag. */
  readonly text: Range;
  /** The offset after the closing tag. */
  readonly end: number;
  /** The line of attributes of a block of AsciiDoc; null for a tag. */
  readonly attributes: string | null;
}

/** In both, WORD stands for the word that names a notation, and NAME for the same word capitalized. */
interface TagSyntax {
  /** Matches at the beginning of a line; `name` is the name in the closing tag. */
  readonly open: RegExp;
  /** What the match must contain. */
  readonly has?: RegExp;
  readonly close: (name: string) => RegExp;
}

const syntaxes: readonly TagSyntax[] = [
  // HTML, as Mermaid itself finds it.
  {
    open: /[^\S\n]*<(?<name>div|pre)(?=\s)[^<>]*>/iy,
    has: /\sclass=(?:(?=["'])["'](?:[^"'<>]*\s)?)?WORD(?![\w-])/i,
    close: (name) => new RegExp(`</${name}\\s*>`, 'gi'),
  },
  // Hugo's shortcodes.
  { open: /[^\S\n]*\{\{[<%]\s*WORD\b[^{}\n]*\}\}/y, close: () => /\{\{[<%]\s*\/\s*WORD\s*[>%]\}\}/g },
  // Tags of Liquid and Nunjucks: Jekyll, Hexo, GitBook.
  { open: /[^\S\n]*\{%-?\s*WORD\b[^%\n]*%\}/y, close: () => /\{%-?\s*endWORD\s*-?%\}/g },
  // Blocks of AsciiDoc, `[mermaid]` or `[source,mermaid]`, with an optional title.
  {
    open: /(?<attributes>\[(?:source[^\]\n,]*,\s*)?WORD\b[^\]\n]*\])[^\S\n]*\n(?:\.\S[^\n]*\n)?(?<name>-{4,}|\.{4,}|--)[^\S\n]*\n/y,
    close: (name) => new RegExp(`^${name.replaceAll('.', '\\.')}[^\\S\\n]*$`, 'gm'),
  },
  // The same as a paragraph, up to a blank line.
  {
    open: /(?<attributes>\[(?:source[^\]\n,]*,\s*)?WORD\b[^\]\n]*\])[^\S\n]*\n(?:\.\S[^\n]*\n)?(?=[^\s\-.`])/y,
    close: () => /(?=\n[^\S\n]*(?:\n|$(?![^])))|$(?![^])/g,
  },
  // Components of MDX, which take the text as a template literal.
  { open: /[^\S\n]*<NAME\w*\b[^<>`]*(?:>\s*)?\{\s*`/y, close: () => /`\s*\}[^<>`]*(?:\/>|(?:>\s*)?<\/NAME\w*>)/g },
];

/**
 * Finds the tag that begins on the line at `start`, with its text; null where there is none, and for a tag that is never
 * closed. Must be called for lines from top to bottom.
 */
export function tagFinder(page: string, words: readonly string[]): (start: number) => Tag | null {
  const known = words.flatMap((word) =>
    syntaxes.map(({ open, has, close }) => ({
      word,
      open: withWord(word, open),
      has: has && withWord(word, has),
      close: (name: string) => withWord(word, close(name)),
    })),
  );
  // A closing tag that was not found once is not searched again, so that many unclosed tags stay cheap.
  const missing = new Set<string>();
  return (start) => {
    for (const { word, open, has, close } of known) {
      const opened = matchAt(open, page, start);
      if (!opened || has?.test(opened[0]) === false) continue;
      const from = start + opened[0].length;
      const closing = close(opened.groups?.name ?? '');
      const closed = missing.has(closing.source) ? null : matchAt(closing, page, from);
      if (closed) {
        const attributes = opened.groups?.attributes ?? null;
        return { word, text: { start: from, end: closed.index }, end: closed.index + closed[0].length, attributes };
      }
      missing.add(closing.source);
    }
    return null;
  };
}

function withWord(word: string, { source, flags }: RegExp): RegExp {
  const name = word.charAt(0).toUpperCase() + word.slice(1);
  return new RegExp(source.replaceAll('WORD', word).replaceAll('NAME', name), flags);
}

function matchAt(expression: RegExp, text: string, start: number): RegExpExecArray | null {
  expression.lastIndex = start;
  return expression.exec(text);
}
