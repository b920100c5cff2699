/** Builds the model from a flow's shape, which has passed the rules. */
import { giveIds, quoteSteps, readThemes } from '../model/index.js';
import type { AsciiChoice, Flow, LintChoice, Spec, ThemeChoice, Variable, Wording } from '../model/index.js';
import { fillText, shownFor } from '../resolve/index.js';
import type { References, Variables } from '../resolve/index.js';
import { canonicalLang, emptyText } from '../source/index.js';
import type { Text } from '../source/index.js';
import { placeOf } from '../syntax/index.js';
import type { FlowShape } from '../syntax/index.js';
import { assemblePage } from './assemble-page.js';
import { assembleBoxes, assembleParticipants } from './assemble-participants.js';
import { assembleNumbering, assembleSteps } from './assemble-steps.js';
import type { Fill } from './assemble-base.js';

/** What a shape refers to. */
interface Names {
  readonly variables: Variables;
  readonly references: References;
}

/** What a flow gets that names none. */
interface FlowDefaults {
  /** A theme preset. */
  readonly theme: string;
  readonly lang: string;
  /** The words of a language. */
  readonly wordings: (lang: string) => Wording;
}

export function assembleFlow(
  shape: FlowShape,
  { variables, references }: Names,
  { theme, lang: usual, wordings }: FlowDefaults,
): Flow {
  const lang = canonicalLang(shape.lang?.value ?? usual);
  const { say } = wordings(lang);
  const toSteps: Text[] = [];
  const fill: Fill = (scalar) => {
    const text = scalar ? fillText(scalar, variables) : emptyText;
    if (text.parts.some(({ kind }) => kind === 'step')) toSteps.push(text);
    return text;
  };
  const participants = assembleParticipants(shape.participants ?? [], fill);
  const steps = giveIds(assembleSteps(shape.steps ?? [], { participants, fill, references, say }));
  const flow: Omit<Flow, 'refersToSteps'> = {
    id: shape.id?.value ?? '',
    title: fill(shape.title),
    lang,
    heading: shape.heading?.value ?? false,
    summary: fill(shape.summary),
    family: fill(shape.family),
    specs: (shape.specs ?? []).map((spec) => assembleSpec(spec, fill)),
    status: shape.status?.value ?? 'current',
    profile: (shape.profile ?? []).map((tag) => tag.value),
    issuer: shape.issuer ? fill(shape.issuer) : null,
    variables: (shape.variables ?? []).map((variable) => assembleVariable(variable, variables, fill)),
    theme: assembleTheme(shape.theme, theme, fill),
    numbering: assembleNumbering(shape.numbering),
    channels: shape.channels?.value ?? 'marks',
    phases: shape.phases?.value ?? 'drawn',
    mermaidTarget: shape.mermaid?.target?.value ?? null,
    keepsLayout: shape.mermaid?.notes?.value !== 'plain',
    coloursTones: shape.mermaid?.tones?.value === 'rect',
    participants,
    boxes: assembleBoxes(shape.participants ?? [], shape.boxes ?? [], fill),
    steps,
    ascii: assembleAscii(shape.ascii),
    page: shape.page ? assemblePage(shape.page, steps, fill) : null,
    lint: assembleLint(shape.lint, fill),
    span: shape.id?.span ?? placeOf(shape),
  };
  return toSteps.length > 0 ? quoteSteps({ ...flow, refersToSteps: true }) : { ...flow, refersToSteps: false };
}

function assembleSpec(spec: NonNullable<FlowShape['specs']>[number], fill: Fill): Spec {
  const section = spec.section ? ` §${fill(spec.section).plain}` : '';
  const name = fill(spec.name).plain + section;
  return { name, url: spec.url ? fill(spec.url).plain : rfcUrl(name) };
}

/** The RFC editor's page of `RFC 6749 §4.4`, at its section; '' for other documents. */
function rfcUrl(name: string): string {
  const match = /^RFC (\d+)(?: §([\d.]+|[A-Z](?:\.\d+)*))?/.exec(name);
  if (!match) return '';
  const [, number = '', section] = match;
  const anchor = section === undefined ? '' : /^\d/.test(section) ? `#section-${section}` : `#appendix-${section}`;
  return `https://www.rfc-editor.org/rfc/rfc${number}${anchor}`;
}

function assembleVariable(
  { key, value }: NonNullable<FlowShape['variables']>[number],
  all: Variables,
  fill: Fill,
): Variable {
  const found = all.get(key.value);
  const shown = found ? shownFor(found) : '';
  return {
    name: key.value,
    description: fill(value.description),
    value: found?.hasValue ? shown : null,
    shown,
    span: key.span,
  };
}

function assembleTheme(theme: FlowShape['theme'], byDefault: string, fill: Fill): ThemeChoice {
  const themes = readThemes(theme?.preset?.value ?? byDefault);
  return {
    preset: themes?.first ?? '',
    dark: themes?.dark ?? null,
    presetSpan: theme?.preset?.span ?? null,
    corners: theme?.corners?.value ?? null,
    variables: (theme?.variables ?? []).map(({ key, value }) => ({
      name: key.value,
      value: fill(value),
      nameSpan: key.span,
    })),
    pages: theme?.pages?.value ?? 'both',
    legend: theme?.legend?.value ?? false,
    icons: theme?.icons?.value ?? true,
  };
}

function assembleLint(lint: FlowShape['lint'], fill: Fill): LintChoice {
  return {
    allowances: (lint?.allow ?? []).map(({ key, value }) => ({
      rule: key.value,
      reason: fill(value.reason),
      steps: (value.steps ?? []).map(fill),
      span: key.span,
    })),
    sessionCookies: (lint?.sessionCookies ?? []).map(({ value }) => value),
    csrfCookies: (lint?.csrfCookies ?? []).map(({ value }) => value),
    assertionLifetime: lint?.assertionLifetime?.value ?? null,
  };
}

function assembleAscii(ascii: FlowShape['ascii']): AsciiChoice {
  return {
    style: ascii?.style?.value ?? 'full',
    boxes: ascii?.boxes?.value ?? true,
    self: ascii?.self?.value ?? 'loop',
    emoji: ascii?.emoji?.value ?? 'drop',
    legs: ascii?.legs?.value ?? 'letters',
    width: ascii?.width?.value ?? null,
  };
}
