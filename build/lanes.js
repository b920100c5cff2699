/** A test's file says its lane in its name: `a.test.ts` (unit), `a.property.test.ts`, and so on. */
export const lanes = ['unit', 'property', 'browser', 'server'];
