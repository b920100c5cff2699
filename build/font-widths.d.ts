export function fontWidths(): Promise<string>;
