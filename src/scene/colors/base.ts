/** The base colours of one kind of page, from a theme preset and the author's theme variables. */
import { isVariable } from '../../theme/index.js';
import type { PresetData } from '../../theme/index.js';
import { blend, enough, opaque, readable } from './contrast.js';
import { basis, table } from './table.js';
import type { BaseToken, Side } from './table.js';

/** Base tokens, and those that only Mermaid's theme variables tell apart. */
export type Base = Readonly<Record<BaseToken | Refined, string>>;

/** Tokens that are equal to a base token, unless a theme variable says otherwise. */
const refined = {
  'head-card': 'card',
  'head-text': 'ink',
  'note-card': 'card',
  'note-text': 'muted',
  'note-edge': 'hair',
  'code-text': 'ink',
  'pill-text': 'ink',
  'branch-text': 'ink',
  'bar-card': 'card',
  digits: 'ink',
  title: 'ink',
} as const satisfies Readonly<Record<string, BaseToken>>;
type Refined = keyof typeof refined;

/** Mermaid's theme variables, and what they colour here. */
const byVariable: Readonly<Record<string, readonly (BaseToken | Refined)[]>> = {
  background: ['ground'],
  textColor: ['title', 'muted'],
  titleColor: ['title'],
  lineColor: ['line'],
  actorBkg: ['head-card'],
  actorTextColor: ['head-text'],
  actorLineColor: ['life'],
  signalColor: ['line'],
  signalTextColor: ['ink'],
  noteBkgColor: ['note-card', 'code'],
  noteTextColor: ['note-text', 'code-text'],
  noteBorderColor: ['note-edge'],
  labelBoxBkgColor: ['pill'],
  labelBoxBorderColor: ['frame'],
  labelTextColor: ['pill-text'],
  loopTextColor: ['branch-text'],
  activationBkgColor: ['bar-card'],
  rectBkgColor: ['region'],
};

/** Whether pictures follow a theme variable of Mermaid. */
export const isFollowed = (variable: string): boolean =>
  Object.hasOwn(byVariable, variable) || ['actorBorder', 'activationBorderColor', 'fontFamily'].includes(variable);

/** Theme variables of a preset, and then the author's, by name. */
type Variables = ReadonlyMap<string, string>;

/** Edges of heads and bars that a theme variable gives all participants; null where the participant's hue decides. */
export interface Edges {
  readonly head: string | null;
  readonly bar: string | null;
}

export const edgesOf = (variables: Variables): Edges => ({
  head: variables.get('actorBorder') ?? null,
  bar: variables.get('activationBorderColor') ?? null,
});

/** The theme variables, in both renderers: the preset's own, then the author's. */
export const variablesOf = (
  { variables }: PresetData,
  chosen: readonly { readonly name: string; readonly value: { readonly plain: string } }[],
): Variables =>
  new Map([
    ...variables.map(({ name, value }) => [name, value] as const),
    ...chosen.filter(({ name }) => isVariable(name)).map(({ name, value }) => [name, value.plain] as const),
  ]);

export function baseColors({ colors }: PresetData, variables: Variables, side: Side): Base {
  const own = colors && !isBasis(colors, side) ? derived(colors, side) : valuesOf(side);
  const base: Record<string, string> = { ...own };
  for (const [name, from] of Object.entries(refined)) base[name] = own[from];
  const ground = base.ground ?? '#ffffff';
  for (const [variable, tokens] of Object.entries(byVariable)) {
    const value = variables.get(variable);
    if (value !== undefined) for (const token of tokens) base[token] = opaque(value, ground);
  }
  return base as Base;
}

const valuesOf = (side: Side): Readonly<Record<BaseToken, string>> =>
  Object.fromEntries(
    Object.entries(table).map(([name, [light, dark]]) => [name, side === 'dark' ? dark : light]),
  ) as Record<BaseToken, string>;

type Colors = NonNullable<PresetData['colors']>;

const isBasis = ({ bg, fg, accent }: Colors, side: Side): boolean =>
  bg === basis[side].bg && fg === basis[side].fg && accent === basis[side].accent;

/** The table's relations between its colours, applied to other ones. */
function derived({ bg, fg, accent }: Colors, side: Side): Record<BaseToken, string> {
  const towards = (share: number): string => blend(bg, fg, share);
  const known = valuesOf(side);
  const front = readable(accent, [bg], enough.text);
  return {
    ground: opaque(bg, '#ffffff'),
    ink: opaque(fg, bg),
    muted: readable(towards(0.68), [bg], 5.5),
    line: readable(towards(0.85), [bg], enough.text),
    accent: front,
    life: readable(towards(0.5), [bg], enough.line),
    frame: readable(towards(0.55), [bg], enough.line),
    hair: towards(0.18),
    card: towards(0.005),
    code: towards(0.035),
    band: towards(0.11),
    pill: towards(0.14),
    badge: towards(0.12),
    'ring-digits': readable(accent, [bg], 7),
    threat: readable(known.threat, [bg], 5.5),
    'threat-ground': blend(bg, known.threat, 0.1),
    region: blend(bg, side === 'dark' ? '#ffd24a' : '#f5b301', 0.12),
  };
}
