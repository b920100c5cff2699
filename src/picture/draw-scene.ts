/** Draws a flow as a scene, from which pictures are printed. Pure. */
import {
  annotateFlow,
  flatWithNotes,
  messagesOf,
  phasesOf,
  remarksAt,
  sayCategory,
  sayList,
  tellsChannelsApart,
} from '../model/index.js';
import type {
  Annotations,
  Excerpt,
  Flow,
  FontWidths,
  Paper,
  Remark,
  Say,
  Script,
  ScriptStep,
  Step,
} from '../model/index.js';
import { layOut, layOutParts, layOutSlides, measureWith } from '../scene/index.js';
import type { LegendEntry, PartWords, Scene, SceneInput, SlideRoom, SlideScene } from '../scene/index.js';
import type { Report } from '../source/index.js';
import { findPreset } from '../theme/index.js';
import { fillStepNumbers, putIntoWords } from '../words/index.js';
import { templatesIn } from '../design.js';
import type { Design } from '../design.js';
import { roomOn } from './paper-room.js';
import { firstFamily, unmeasuredFont } from './unmeasured-font.js';
import { withoutSteps } from './without-steps.js';
import { zoneNames } from './zone-names.js';

/** Presets by name, for light and for dark pages; they may be the same. */
export interface SceneThemes {
  readonly light: string;
  readonly dark: string;
}

export interface SceneOptions {
  /** Only these steps; from {@link findExcerpt}. */
  readonly excerpt?: Excerpt | undefined;
  /** Notes for a review. */
  readonly annotations?: Annotations | undefined;
  /** px; only words without a place to break them exceed it. Default: 840. */
  readonly maxWidth?: number | undefined;
  /** Whether notes are drawn. Default: yes. */
  readonly notes?: boolean | undefined;
  /** Whether phases are drawn, where the flow draws them. Default: yes. */
  readonly phases?: boolean | undefined;
  /**
   * The widths of fonts that a theme's `fontFamily` may name, so that the picture is laid out for them. Default: those of the design;
   * without any, all pictures are laid out for Noto Sans.
   */
  readonly fontWidths?: readonly FontWidths[] | undefined;
}

/** Documents scale pictures down to about 700 px: type of 14 px is then at least 11.6 px. */
const MAX_WIDTH = 840;

type DrawOptions = SceneOptions & { readonly design: Design; readonly themes: SceneThemes };

/** Null after a reported error: a theme that does not exist. */
export function drawScene(said: Flow, options: DrawOptions, report: Report): Scene | null {
  const input = sceneInput(said, options, report);
  if (input === null) return null;
  const maxWidth = options.maxWidth ?? MAX_WIDTH;
  return measureWith(widthsOf(input.fontFamily, options), () => layOut({ ...input, maxWidth }));
}

/** The parts of a picture for paper; null after a reported error. */
export function drawParts(
  said: Flow,
  { paper, ...options }: Omit<DrawOptions, 'maxWidth'> & { readonly paper: Paper },
  report: Report,
): readonly Scene[] | null {
  const input = sceneInput(said, options, report);
  if (input === null) return null;
  const words = partWords(said, options.design);
  return measureWith(widthsOf(input.fontFamily, options), () => layOutParts(input, roomOn(paper), words));
}

function partWords({ lang }: Flow, design: Design): PartWords {
  const { say } = design.wordings(lang);
  return {
    continued: (text) => (text === '' ? say('part-continued') : say('part-continued-text', { text })),
    continues: say('part-continues'),
    part: (part, count) => say('part-of', { part: String(part), count: String(count) }),
  };
}

/** The slides of a deck; null after a reported error. */
export function drawSlides(
  said: Flow,
  { room, ...options }: Omit<DrawOptions, 'maxWidth' | 'phases' | 'excerpt'> & { readonly room: SlideRoom },
  report: Report,
): readonly SlideScene[] | null {
  const input = sceneInput(said, { ...options, phases: false }, report);
  if (input === null) return null;
  const phases = [...phasesOf(said.steps)].map(([{ id }, phase]) => [id, phase?.plain ?? ''] as const);
  const words = partWords(said, options.design);
  return measureWith(widthsOf(input.fontFamily, options), () =>
    layOutSlides({ ...input, phases: new Map(phases) }, room, words),
  );
}

/** Of the first font; null where it is not known. */
const widthsOf = (families: string, { design, fontWidths = design.fontWidths ?? [] }: DrawOptions): FontWidths | null =>
  fontWidths.find(({ family }) => family.toLowerCase() === firstFamily(families).toLowerCase()) ?? null;

function sceneInput(said: Flow, options: DrawOptions, report: Report): Omit<SceneInput, 'maxWidth'> | null {
  const { design, themes, excerpt = null, annotations = {} } = options;
  const light = findPreset(themes.light, said.theme, design.presets, report);
  const dark = themes.dark === themes.light ? light : findPreset(themes.dark, said.theme, design.presets, report);
  if (!light || !dark) return null;
  const templates = templatesIn(design, said.lang);
  const { say } = templates.wording;
  const numbered = fillStepNumbers(said, 'picture');
  const flow = annotateFlow(numbered, annotations, say);
  const names = zoneNames(light, design.zones ?? {}, say);
  const words = putIntoWords(flow, 'picture', templates, { excerpt, zoneNames: names });
  const script = withoutSteps(words, { notes: options.notes === false, phases: options.phases === false });
  const threats = annotations.threats === true;
  const own = flow.theme.variables.find(({ name }) => name === 'fontFamily')?.value;
  const fontFamily = own?.plain ?? light.variables.find(({ name }) => name === 'fontFamily')?.value ?? '';
  const isMeasured = widthsOf(fontFamily, options) !== null;
  const unmeasured = isMeasured
    ? null
    : unmeasuredFont(fontFamily, own ? own.span : light.variableSpans?.get('fontFamily'));
  if (unmeasured) report(unmeasured);
  return {
    script,
    flow,
    theme: { light, dark, zones: design.zones ?? {}, variables: flow.theme.variables },
    facts: {
      tellsChannelsApart: tellsChannelsApart(flow),
      marksRedirects: flow.channels !== 'none',
      tags: tagsOf(numbered, threats, annotations.remarks ?? []),
    },
    fontFamily,
    heading: { title: script.heading, summary: flow.summary.plain, specs: flow.specs },
    legend: legendOf(script, flow, { say, names, threats }),
    icons: flow.theme.icons,
  };
}

/** The letters behind a message: categories of its threats, then rules of findings, each once. */
function tagsOf(flow: Flow, threats: boolean, remarks: readonly Remark[]): ReadonlyMap<string, string> {
  const tags = [...messagesOf(flow.steps)].map((step): readonly [string, string] => {
    const letters = threats ? [...new Set(step.threats.map(({ stride }) => stride))].join('') : '';
    const rules = [...new Set(remarksAt(step, flow, remarks).map(({ rule }) => rule))];
    const isThreat = threats && step.threats.length > 0;
    return [step.id, [...(isThreat ? [letters] : []), ...rules].join(' ')];
  });
  return new Map(tags.filter(([, tag]) => tag !== ''));
}

interface LegendWords {
  readonly say: Say;
  readonly names: ReadonlyMap<string, string>;
  readonly threats: boolean;
}

/** Only what the picture shows; a response alone needs no explanation. */
function legendOf(script: Script, flow: Flow, { say, names, threats }: LegendWords): readonly LegendEntry[] {
  const drawn = [...flatWithNotes<ScriptStep>(script.steps)].filter((step) => step.kind === 'message');
  const apart = tellsChannelsApart(flow);
  const isPlain = drawn.filter(({ redirectLeg }) => redirectLeg === null);
  const entries: readonly (LegendEntry | false)[] = [
    apart &&
      isPlain.some(({ channel }) => channel === 'front') && { sample: 'front', words: say('legend-front-channel') },
    apart && isPlain.some(({ channel }) => channel === 'back') && { sample: 'back', words: say('legend-back-channel') },
    flow.channels !== 'none' &&
      drawn.some(({ redirectLeg }) => redirectLeg !== null) && { sample: 'redirect', words: say('legend-redirects') },
    drawn.some(({ isReply, arrow }) => isReply && arrow.line === 'dotted') && {
      sample: 'response',
      words: say('legend-responses'),
    },
    threats && threatEntry(script, flow, say),
    ...zoneEntries(script, flow, { say, names }),
  ];
  const found = entries.filter((entry) => entry !== false);
  return found.length === 1 && found[0]?.sample === 'response' ? [] : found;
}

/** `Threat: T tampering, S spoofing`; false without one. */
function threatEntry(script: Script, flow: Flow, say: Say): LegendEntry | false {
  const drawn = new Set([...flatWithNotes<ScriptStep>(script.steps)].map(({ step }) => step));
  const threats = [...messagesOf(flow.steps)].filter(({ id }) => drawn.has(id)).flatMap((step: Step) => step.threats);
  if (threats.length === 0) return false;
  const letters = [...new Set(threats.map(({ stride }) => stride))].filter((letter) => letter !== '');
  const list = letters.map((letter) => `${letter} ${sayCategory(letter, say)}`);
  return {
    sample: 'threat',
    words: list.length === 0 ? say('legend-threats') : say('legend-threats-of', { list: sayList(list, say) }),
  };
}

/** The trust zones, each with its participants, where the author asks for them. */
function zoneEntries(script: Script, flow: Flow, { say, names }: Omit<LegendWords, 'threats'>): readonly LegendEntry[] {
  if (!flow.theme.legend) return [];
  const zones = [...new Set(script.boxes.map(({ zone }) => zone))].filter((zone) => zone !== '');
  return zones.map((zone): LegendEntry => {
    const members = script.boxes
      .filter((box) => box.zone === zone)
      .flatMap(({ first, last }) => script.participants.slice(first, last + 1))
      .map(({ lines }) => lines.join(' '));
    return {
      sample: { box: script.boxes.findIndex((box) => box.zone === zone) },
      words: say('legend-zone', { zone: names.get(zone) ?? zone, participants: sayList(members, say) }),
    };
  });
}
