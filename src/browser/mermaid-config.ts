/** Configures Mermaid for pictures. A diagram's own `init` overrides it, except for keys that Mermaid calls secure. */
import type { MermaidConfig } from '../stamp/index.js';
import { embeddedFamily } from './embed-fonts.js';

/**
 * Ours is the first; after it come fonts that are no wider, so that text still keeps to its box where an SVG is opened
 * without Noto Sans.
 */
const FONT_FAMILY = "'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/** Distances in pixels. Mermaid's own, which the comments name, fit other fonts. */
const ROOM = {
  // Between a message's text and the circle with its number, and between a person's name and a note below it: 10.
  boxMargin: 14,
  // Below the names of the lower heads: 1. Mermaid takes a `boxMargin` off.
  bottomMarginAdj: 10,
  // "critical" fills 50.
  labelBoxWidth: 58,
} as const;

interface ConfigRequest {
  /** Names the picture's elements; two on one page must differ. */
  readonly id: string;
  /** Whether a font that the picture carries comes before all others. */
  readonly embedFonts?: boolean | undefined;
  /** Of the flow or the user; can't loosen what keeps the page safe. */
  readonly mermaidConfig?: MermaidConfig | undefined;
}

export function mermaidConfig({ id, embedFonts = false, mermaidConfig: extra = {} }: ConfigRequest): MermaidConfig {
  return {
    look: 'classic',
    fontFamily: embedFonts ? `'${embeddedFamily(id)}', ${FONT_FAMILY}` : FONT_FAMILY,
    deterministicIds: true,
    deterministicIDSeed: id,
    ...extra,
    // Mermaid's shadow of a box shines through it: a translucent colour comes out as grey, and a PDF as pixels.
    themeVariables: { dropShadow: 'none', ...sectionOf(extra, 'themeVariables') },
    sequence: { ...ROOM, ...sectionOf(extra, 'sequence'), useMaxWidth: false, textPlacement: 'tspan' },
    htmlLabels: false,
    flowchart: { ...sectionOf(extra, 'flowchart'), htmlLabels: false },
    // Beyond these limits, Mermaid draws a picture of an error in place of the diagram, and throws nothing.
    maxTextSize: Number.MAX_SAFE_INTEGER,
    maxEdges: Number.MAX_SAFE_INTEGER,
    suppressErrorRendering: true,
    securityLevel: 'strict',
    startOnLoad: false,
  };
}

function sectionOf(config: MermaidConfig, name: string): object {
  const section = config[name];
  return typeof section === 'object' && section !== null ? section : {};
}
