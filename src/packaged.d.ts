/** The packaged templates and themes by path below templates/; made by build/packaged.js. */
declare module 'packaged:templates' {
  export const packaged: Readonly<Record<string, string>>;
  /** The words of templates/words.<lang>.yaml, by language and name. */
  export const packagedWords: Readonly<
    Record<string, Readonly<Record<string, string | Readonly<Record<string, string>>>>>
  >;
  /** The templates, compiled, by path without extension. */
  export const precompiled: Readonly<Record<string, TemplateSpecification>>;
}

declare module 'packaged:emoji-names' {
  /** The names of emoji that sites write between colons, in lower case. */
  export const emojiNames: ReadonlySet<string>;
}
