export function packagedFonts(): Promise<Readonly<Record<string, Buffer>>>;
