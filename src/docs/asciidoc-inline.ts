/** Inline Markdown as inline AsciiDoc. What is text in the one is text in the other: nothing becomes syntax on the way. */

export function inlineAsciidoc(markdown: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < markdown.length;) {
    const { match, print } = readConstruct(markdown, at);
    pieces.push(print(match, markdown.charAt(at - 1), markdown.charAt(at + match[0].length)));
    at += match[0].length;
  }
  return pieces.join('');
}

/** Asciidoctor takes a numeric reference for the character and nothing else. */
const reference = (character: string): string => `&#${character.codePointAt(0)};`;

interface Construct {
  /** Sticky. */
  readonly pattern: RegExp;
  readonly print: (match: RegExpExecArray, before: string, after: string) => string;
}

function readConstruct(text: string, at: number): { match: RegExpExecArray; print: Construct['print'] } {
  for (const { pattern, print } of constructs) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { match, print };
  }
  throw new Error('any character is a text');
}

const isWord = (character: string): boolean => /[\p{L}\p{N}_]/u.test(character);

/** The first that matches takes it. */
const constructs: readonly Construct[] = [
  // A monospaced literal; beside a letter it is marked twice.
  {
    pattern: /(`+)(?!`)([^]*?[^`])\1(?!`)/y,
    print: ([, , text = ''], before, after) => {
      const isPlain = /^[^+|`]+$/.test(text);
      const literal = isPlain ? `+${text}+` : text.replace(/[^\p{L}\p{N} .,:/-]/gu, reference);
      const mark = isPlain && !isWord(before) && !isWord(after) ? '`' : '``';
      return mark + literal + mark;
    },
  },
  {
    pattern: /\[((?:[^[\]\\]|\\.)*)\]\(((?:[^()\\\s]|\\.|\([^()\s]*\))*)\)/y,
    print: ([, text = '', url = '']) =>
      `link:++${url.replace(/\\(.)/g, '$1')}++[${inlineAsciidoc(text).replaceAll(']', '&#93;')}]`,
  },
  { pattern: /\*\*((?:[^*\\]|\\.)+)\*\*/y, print: ([, text = '']) => `**${inlineAsciidoc(text)}**` },
  {
    pattern:
      /\*((?:[^*\\\s]|\\.)(?:[^*\\]|\\.)*)\*|(?<![\p{L}\p{N}])_((?:[^_\\\s]|\\.)(?:[^_\\]|\\.)*)_(?![\p{L}\p{N}])/uy,
    print: ([, star, line]) => `__${inlineAsciidoc(star ?? line ?? '')}__`,
  },
  // CommonMark §2.4.
  { pattern: /\\([!-/:-@[-`{-~])/y, print: ([, character = '']) => reference(character) },
  // A line that begins so would be a title, a list or an attribute of the next block.
  { pattern: /^[.=\-/]/y, print: ([character]) => reference(character) },
  // An entity is the same in both.
  { pattern: /&(?:#\d+|#x[\da-f]+|\w+);/iy, print: ([entity]) => entity },
  // Quotes, dashes, arrows, marks and macros of AsciiDoc (Asciidoctor's substitutions).
  {
    pattern:
      /[*`#^~{}[\]<>|+\\&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|-(?=-)|\.(?=\.\.)|\((?=\(|C\)|R\)|TM\))|(?<=:):|;(?=;|$)|(?<![\p{L}\p{N}]);|(?<=[\p{L}\p{N}])'/uy,
    print: ([character]) => reference(character),
  },
  { pattern: /[^]/y, print: ([character]) => character },
];
