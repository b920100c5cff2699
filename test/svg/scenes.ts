/** Scenes by hand: small pictures with one item of each kind. */
import type { Item, Link, Run, Scene, SceneStep, Stroke, TextItem } from '../../src/scene/index.js';

export const solid = (color: string, width = 1, more: Partial<Stroke> = {}): Stroke => ({
  ...{ color, width, dash: '', round: false },
  ...more,
});

export const run = (text: string, more: Partial<Run> = {}): Run => ({ text, isBold: false, color: 'ink', ...more });

export const text = (runs: string | readonly Run[], more: Partial<TextItem> = {}): TextItem => ({
  ...{
    kind: 'text',
    role: 'label',
    x: 20,
    y: 30,
    anchor: 'start',
    font: 'sans',
    size: 14,
    lineHeight: 19,
    isRtl: false,
  },
  ...{ runs: typeof runs === 'string' ? [run(runs)] : runs, width: 100 },
  ...more,
});

export const link = (href: string, items: Link['items'], more: Partial<Link> = {}): Link => ({
  ...{ kind: 'link', role: 'name', href, items },
  ...more,
});

export const step = (items: readonly Item[], more: Partial<SceneStep> = {}): SceneStep => ({
  ...{ step: 'token-request', kind: 'message', title: '1. POST /token', participants: ['C', 'AS'] },
  ...{ top: 20, bottom: 60, items },
  ...more,
});

export const scene = (more: Partial<Scene> = {}): Scene => ({
  ...{ id: 'login', lang: '', title: 'Login', description: 'A user logs in.', width: 200, height: 100 },
  colors: {
    ground: { light: '#ffffff', dark: '#0d1117' },
    ink: { light: '#17202e', dark: '#e6edf3' },
    line: { light: '#3a4657', dark: '#c2ccd6' },
    life: { light: '#7f8c9e', dark: '#5f6b7a' },
    card: { light: '#fefefe', dark: '#171d26' },
    threat: { light: '#b42318', dark: '#ff9a90' },
  },
  fonts: { sans: "'Noto Sans',Arial,sans-serif", mono: "'Noto Sans Mono',monospace" },
  under: [
    { kind: 'rect', role: 'ground', x: 0, y: 0, width: 200, height: 100, radius: 0, fill: 'ground', stroke: null },
  ],
  ...{ steps: [], heads: [] },
  ...more,
});

/** One item of each kind, with all that it can have. */
export const everything = scene({
  lang: 'en-GB',
  under: [
    ...scene().under,
    {
      kind: 'line',
      role: 'lifeline',
      participant: 'C',
      ...{ x1: 40, y1: 20, x2: 40, y2: 45.5 },
      stroke: solid('life'),
    },
    { kind: 'line', role: 'lifeline', participant: 'C', ...{ x1: 40, y1: 60, x2: 40, y2: 90 }, stroke: solid('life') },
    {
      kind: 'line',
      role: 'lifeline',
      participant: 'AS',
      ...{ x1: 160, y1: 20, x2: 160, y2: 90 },
      stroke: solid('life'),
    },
  ],
  steps: [
    step([
      text([run('POST', { isBold: true }), run(' /token')], { x: 64, y: 40.333_3 }),
      {
        kind: 'line',
        role: 'arrow',
        ...{ x1: 40, y1: 50, x2: 151, y2: 50 },
        stroke: solid('line', 1.5, { dash: '5 4' }),
      },
      {
        ...{ kind: 'path', role: 'arrow-head', x: 159, y: 50, d: 'M0 0l-9 -4.5v9z', box: [-9, -4.5, 0, 4.5] },
        ...{ fill: 'line', stroke: null },
      },
    ]),
    step([text('"error": "invalid_client"', { font: 'mono', size: 12.5, x: 64, y: 70 })], { title: '' }),
    step([text([run('401', { isBold: true, color: 'threat' }), run(' no')], { anchor: 'middle', x: 100, y: 85 })], {
      ...{ step: 'refusal', title: '2. 401 no' },
    }),
  ],
  heads: [
    link(
      'https://example.com/docs?a=1&b=2',
      [
        {
          ...{ kind: 'rect', role: 'head', x: 8, y: 4, width: 64, height: 20, radius: 8 },
          ...{ fill: 'card', stroke: solid('line', 1.25) },
        },
        text([run('Client', { isBold: true })], { role: 'name', x: 40, y: 18, anchor: 'middle' }),
      ],
      { participant: 'C' },
    ),
    {
      ...{
        kind: 'path',
        role: 'glyph',
        participant: 'AS',
        x: 150,
        y: 4,
        d: 'M0 0h13a4 4 0 0 1 4 4',
        box: [0, 0, 17, 4],
      },
      ...{ fill: null, stroke: solid('line', 1.6, { round: true }) },
    },
  ],
});
