/** Lays out the slides of a deck, with their titles, and reports what has no room on them. */
import { pictureThemes } from '../../model/index.js';
import type { Flow } from '../../model/index.js';
import { LEAST_SCALE, revealed, slideTitles, stepGroups } from '../../scene/index.js';
import type { Scene, SlideRoom, SlideScene } from '../../scene/index.js';
import { asTitle } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import type { Making } from '../output.js';

/** Of slides, whatever their pixels; their width follows. */
export const SCENE_HEIGHT = 720;

/** A slide, and what is new on it. */
export interface Slide {
  /** With its titles. */
  readonly scene: Scene;
  /** Without them. */
  readonly diagram: Scene;
  /** The phase; the flow's title where it has none. */
  readonly section: string;
  /** Unique in the deck. */
  readonly title: string;
  readonly steps: ReadonlySet<string>;
}

/** Null after a reported error. */
export function layOutDeck(making: Making, room: SlideRoom): readonly Slide[] | null {
  const { flow, options, report } = making;
  const scenes = making.slides(pictureThemes(flow, options.themes), room);
  if (scenes === null) return null;
  const counts = scenes.map(({ scene }) => participantsOn(scene));
  const most = Math.max(...counts);
  if (most >= CROWD && room.width / room.height < NARROW && options.force !== true) {
    report(tooNarrow(counts.indexOf(most) + 1, most, flow));
    return null;
  }
  scenes.forEach((scene, index) => {
    const found = tooSmall(scene, index + 1, flow);
    if (found) report(found);
  });
  return titled(scenes, making);
}

/** What a slide shows at once: all of its scene, or its steps one after the other. */
interface Shown extends Pick<SlideScene, 'scene' | 'steps'> {
  readonly of: SlideScene;
}

function titled(scenes: readonly SlideScene[], { flow, options, templates }: Making): readonly Slide[] {
  const { say } = templates.wording;
  const title = asTitle(flow.title.plain);
  const shown = scenes.flatMap((of) =>
    options.by === 'step' ? revealSteps(of, options.dim === true) : [{ ...of, of }],
  );
  return shown.map(({ scene, steps, of }, index) => {
    const name = asTitle(of.phase);
    // Where several slides show one phase, they are numbered.
    const parts = scenes.filter(({ phase }) => phase === of.phase);
    const numbered = (text: string): string =>
      parts.length === 1
        ? text
        : say('part-caption', { text, part: String(parts.indexOf(of) + 1), count: String(parts.length) });
    const whole = name === '' ? numbered(title) : `${title}: ${numbered(name)}`;
    const titles = slideTitles(
      {
        title: name === '' ? numbered(title) : title,
        phase: name === '' ? '' : numbered(name),
        count: shown.length === 1 ? '' : `${index + 1} / ${shown.length}`,
      },
      scene.width,
    );
    const diagram = { ...scene, title: whole };
    return {
      ...{ title: whole, section: name === '' ? title : name, steps, diagram },
      scene: { ...diagram, heads: [...titles, ...scene.heads] },
    };
  });
}

const revealSteps = (of: SlideScene, dim: boolean): readonly Shown[] =>
  stepGroups(of.scene.steps).map((group, index) => ({
    of,
    scene: revealed(of.scene, index + 1, { dim, scale: of.scale }),
    steps: new Set(group.map(({ step }) => step)),
  }));

/** So many participants have no room on a slide that is narrower than this: on 4:3. */
const CROWD = 6;
const NARROW = 1.5;

const participantsOn = (scene: Scene): number =>
  new Set(scene.heads.flatMap(({ role, participant }) => (role === 'head' ? (participant ?? []) : []))).size;

const tooNarrow = (slide: number, count: number, { span }: Flow): Diagnostic => ({
  code: 'slide-room',
  severity: 'error',
  message: `slide ${slide} shows ${count} participants, and 4:3 is too narrow for their texts`,
  span,
  hint: 'use --fit 16:9, or a template of that form; draw it all the same with --force',
});

/** The minimum size of a message's text, in points, that can be read from the last row. */
const SMALLEST_TEXT = 10;
/** A message's text at {@link LEAST_SCALE}. */
const USUAL_TEXT = 12;

/** Text that no cut can enlarge: the diagram is too wide, or one message is too tall. */
function tooSmall({ scale, scene }: SlideScene, number: number, { span }: Flow): Diagnostic | null {
  const points = (USUAL_TEXT * scale) / LEAST_SCALE;
  if (points > SMALLEST_TEXT - 0.05) return null;
  const drawn = Math.max(0, ...scene.steps.map(({ bottom }) => bottom));
  return {
    code: 'slide-text',
    severity: 'warning',
    message: `slide ${number}: its text is ${points.toFixed(1)} points, and less than ${SMALLEST_TEXT} is hard to read`,
    span,
    hint:
      drawn < scene.height * 0.8
        ? 'break long labels into lines, or leave participants out'
        : 'break up or shorten its longest notes',
  };
}
