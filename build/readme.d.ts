export function fillReadme(text: string): string;
