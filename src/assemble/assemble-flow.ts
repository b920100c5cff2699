/** Builds the model from a flow's shape, which the rules have found to be whole. */
import { fillText, shownFor } from '../resolve/variables.js';
import type { Variables } from '../resolve/variables.js';
import type { FlowShape } from '../syntax/schema.js';
import type { Scalar } from '../syntax/shape.js';
import { placeOf } from '../syntax/walk.js';
import { emptyText } from '../source/filled-text.js';
import type { Text } from '../source/filled-text.js';
import { buildNumbering } from './assemble-numbering.js';
import { buildPage } from './assemble-page.js';
import { buildBoxes, buildParticipants } from './assemble-participants.js';
import { buildSteps } from './assemble-steps.js';
import { readThemes } from '../model/picture-variants.js';
import type { AsciiChoice, Flow, LintChoice, Spec, ThemeChoice, Variable } from '../model/flow.js';

/** Fills in the variables of a scalar; an absent one is the empty text. */
export type Fill = (scalar: Scalar<string | number | boolean> | undefined) => Text;

/** `theme`: the preset of a flow that names none. */
export function buildFlow(shape: FlowShape, variables: Variables, theme = 'host'): Flow {
  const fill: Fill = (scalar) => (scalar ? fillText(scalar, variables) : emptyText);
  const participants = buildParticipants(shape.participants ?? [], fill);
  const steps = buildSteps(shape.steps ?? [], participants, fill);
  return {
    id: shape.id?.value ?? '',
    title: fill(shape.title),
    heading: shape.heading?.value ?? false,
    summary: fill(shape.summary),
    family: fill(shape.family),
    specs: (shape.specs ?? []).map((spec) => buildSpec(spec, fill)),
    status: shape.status?.value ?? 'current',
    profile: (shape.profile ?? []).map((tag) => tag.value),
    issuer: shape.issuer ? fill(shape.issuer) : null,
    variables: (shape.variables ?? []).map((variable) => buildVariable(variable, variables, fill)),
    theme: buildTheme(shape.theme, theme, fill),
    numbering: buildNumbering(shape.numbering),
    channels: shape.channels?.value ?? 'marks',
    mermaidTarget: shape.mermaid?.target?.value ?? null,
    participants,
    boxes: buildBoxes(shape.participants ?? [], shape.boxes ?? [], fill),
    steps,
    ascii: buildAscii(shape.ascii),
    page: shape.page ? buildPage(shape.page, steps, fill) : null,
    lint: buildLint(shape.lint, fill),
    span: shape.id?.span ?? placeOf(shape),
  };
}

function buildSpec(spec: NonNullable<FlowShape['specs']>[number], fill: Fill): Spec {
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

function buildVariable(
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

function buildTheme(theme: FlowShape['theme'], byDefault: string, fill: Fill): ThemeChoice {
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
  };
}

function buildLint(lint: FlowShape['lint'], fill: Fill): LintChoice {
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

function buildAscii(ascii: FlowShape['ascii']): AsciiChoice {
  return {
    style: ascii?.style?.value ?? 'full',
    boxes: ascii?.boxes?.value ?? true,
    self: ascii?.self?.value ?? 'loop',
    emoji: ascii?.emoji?.value ?? 'drop',
    width: ascii?.width?.value ?? null,
  };
}
