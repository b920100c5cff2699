/** STUB until the layout is merged. */
import type { Flow } from '../model/index.js';
import type { Scene } from '../scene/index.js';
import type { Report } from '../source/index.js';
import type { Design } from '../design.js';
import type { TextOptions } from './make-options.js';

export interface SceneThemes {
  readonly light: string;
  readonly dark: string;
}

export function drawScene(
  flow: Flow,
  _options: TextOptions & { readonly design: Design; readonly themes: SceneThemes },
  _report: Report,
): Scene | null {
  return {
    id: flow.id,
    lang: flow.lang,
    title: flow.title.plain,
    description: flow.summary.plain,
    width: 400,
    height: 100,
    colors: { ground: { light: '#ffffff', dark: '#0d1117' }, ink: { light: '#17202e', dark: '#e6edf3' } },
    fonts: { sans: "'Noto Sans',sans-serif", mono: "'Noto Sans Mono',monospace" },
    under: [
      { kind: 'rect', role: 'ground', x: 0, y: 0, width: 400, height: 100, radius: 0, fill: 'ground', stroke: null },
    ],
    steps: [],
    heads: [
      flow.title,
      ...flow.participants.map(({ label }) => label),
      ...flow.steps.flatMap((one) => ('text' in one ? [one.text] : [])),
    ].map(
      (shown) =>
        ({
          ...{ kind: 'text', role: 'label', x: 16, y: 30, anchor: 'start', font: 'sans', size: 14, lineHeight: 19 },
          ...{ runs: [{ text: shown.plain, isBold: false, color: 'ink' }], isRtl: false, width: 100 },
        }) as never,
    ),
  };
}
