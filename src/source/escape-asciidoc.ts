/** Escapes text for AsciiDoc, wherever it substitutes: paragraphs, cells, quoted attributes. */

/** Asciidoctor reads a numeric reference as the plain character. */
export const asciidocReference = (character: string): string => `&#${character.codePointAt(0)};`;

/** Quotes, dashes, arrows, marks, macros and addresses of AsciiDoc (Asciidoctor's substitutions). */
const syntax = [
  /[*`#^~{}[\]<>|+\\&]/u,
  /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u,
  /-(?=-)|\.(?=\.\.)|\$(?=\$)/u,
  /\((?=\(|C\)|R\)|TM\))/u,
  /(?<=:):|;(?=;|$)|(?<![\p{L}\p{N}]);/u,
  /(?<=[\p{L}\p{N}])'/u,
  /(?<=(?:https?|file|ftp|irc)):(?=\/\/)/u,
];

const anySyntax = new RegExp(syntax.map(({ source }) => source).join('|'), 'giu');

export const escapeAsciidoc = (text: string): string => text.replace(anySyntax, asciidocReference);
