/** README.md and those in docs/, relative to the repository. */
export const pages: readonly string[];
/** The text of a page as it should be. */
export function fillPage(text: string): string;
export function fillReadme(text: string): string;
