/** Configures Mermaid for pictures. A diagram's own `init` overrides it, except for keys that Mermaid calls secure. */
import type { MermaidConfig } from '../../stamp/index.js';
import { embeddedFamily } from './embed-fonts.js';

/**
 * Our font is the first; the others are not wider, so that text still fits its box where an SVG is opened
 * without Noto Sans.
 */
const FONT_FAMILY = "'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/** Distances in pixels. The comments name Mermaid's own, which suit other fonts. */
const ROOM = {
  // Between a message's text and the circle with its number, and between a person's name and a note below it: 10.
  boxMargin: 14,
  // Below the names of the lower heads: 1. Mermaid takes a `boxMargin` off.
  bottomMarginAdj: 10,
  // "critical" fills 50.
  labelBoxWidth: 58,
} as const;

interface ConfigRequest {
  /** The prefix of the picture's element ids; must be unique in a page. */
  readonly svgId: string;
  /** The theme's fonts: they come before ours. */
  readonly fontFamily?: string | undefined;
  /** Whether a font embedded in the picture has priority over all others. */
  readonly embedFonts?: boolean | undefined;
  /** The flow's or the user's configuration; can't loosen the page's security settings. */
  readonly mermaidConfig?: MermaidConfig | undefined;
}

export function mermaidConfig({
  svgId,
  fontFamily = '',
  embedFonts = false,
  mermaidConfig: extra = {},
}: ConfigRequest): MermaidConfig {
  const families = [...(embedFonts ? [`'${embeddedFamily(svgId)}'`] : []), ...namesOf(fontFamily), FONT_FAMILY];
  return {
    look: 'classic',
    fontFamily: families.join(', '),
    deterministicIds: true,
    deterministicIDSeed: svgId,
    ...extra,
    // Mermaid's shadow of a box shows through it: a translucent colour becomes grey, and a PDF becomes pixels.
    themeVariables: { dropShadow: 'none', ...sectionOf(extra, 'themeVariables') },
    sequence: { ...ROOM, ...sectionOf(extra, 'sequence'), useMaxWidth: false, textPlacement: 'tspan' },
    htmlLabels: false,
    flowchart: { ...sectionOf(extra, 'flowchart'), htmlLabels: false },
    // Beyond these limits, Mermaid draws a picture of an error instead of the diagram, and throws nothing.
    maxTextSize: Number.MAX_SAFE_INTEGER,
    maxEdges: Number.MAX_SAFE_INTEGER,
    suppressErrorRendering: true,
    securityLevel: 'strict',
    startOnLoad: false,
  };
}

/** Font names as CSS: one of several words, or with a digit at its start, needs quotes, and a generic name takes none. */
const namesOf = (families: string): readonly string[] =>
  families
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => generic[name.toLowerCase()] ?? `'${name}'`);

/** A browser without the system's configuration of fonts finds none by the first two names, so the usual ones stand before them. */
const generic: Readonly<Record<string, string>> = {
  serif: "'Noto Serif', 'DejaVu Serif', 'Liberation Serif', 'Times New Roman', serif",
  monospace: "'Noto Sans Mono', 'DejaVu Sans Mono', 'Liberation Mono', Menlo, Consolas, monospace",
  cursive: 'cursive',
  fantasy: 'fantasy',
};

function sectionOf(config: MermaidConfig, name: string): object {
  const section = config[name];
  return typeof section === 'object' && section !== null ? section : {};
}
