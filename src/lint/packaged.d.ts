/** The flow files of examples/, by the rule's name; made by build/packaged.js. */
declare module 'packaged:lint-examples' {
  export const examples: Readonly<Record<string, { readonly bad: string; readonly good: string }>>;
}
