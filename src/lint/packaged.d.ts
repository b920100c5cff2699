/** The security rules of rules/ and their examples, by id; made by build/packaged.js. */
declare module 'packaged:lint-rules' {
  export const rules: readonly import('./rule.js').LintRule[];
  /** The flow files of test/lint/cases/, by the rule's name. */
  export const examples: Readonly<Record<string, { readonly bad: string; readonly good: string }>>;
}
