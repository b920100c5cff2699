declare module 'aasvg/text2svg.js' {
  export function diagramToSVG(diagram: string, options: { readonly style: Readonly<Record<string, string>> }): string;
}
