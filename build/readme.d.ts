/** README.md and those in docs/, relative to the repository. */
export const pages: readonly string[];
/** The expected text of a page. */
export function fillPage(text: string): string;
export function fillReadme(text: string): string;
