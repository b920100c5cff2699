/** The name of a test's file gives its lane: `a.test.ts` (unit), `a.property.test.ts`, and so on. */
export const lanes = ['unit', 'property', 'browser', 'server'];
