/** Scenes for tests, of flows and of scripts. */
import { packagedDesign } from '../../src/design.js';
import { annotateFlow } from '../../src/model/annotate.js';
import type { Flow } from '../../src/model/flow.js';
import type { Script, ScriptStep } from '../../src/model/script.js';
import { drawScene, type SceneOptions, type SceneThemes } from '../../src/picture/draw-scene.js';
import { layOut } from '../../src/scene/lay-out.js';
import { layOutPieces, type PaperRoom } from '../../src/scene/lay-out-parts.js';
import type { Block } from '../../src/scene/measure/index.js';
import type { PartWords } from '../../src/scene/parts/index.js';
import type { SceneInput } from '../../src/scene/scene-input.js';
import type { Scene } from '../../src/scene/scene.js';
import { isError } from '../../src/source/diagnostic.js';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import { findPreset } from '../../src/theme/presets.js';
import { fillStepNumbers } from '../../src/words/step-numbers.js';
import { putIntoWords } from '../../src/words/words.js';

const design = packagedDesign();
const { templates, presets } = design;

/** The names of the packaged themes. */
export const themes: readonly string[] = [...presets.keys()];

interface Shown {
  readonly scene: Scene;
  readonly script: Script;
}

type Drawn = Pick<SceneOptions, 'excerpt' | 'annotations' | 'maxWidth'> & { readonly themes?: SceneThemes };

const fail = (fault: unknown): never => {
  throw new Error(JSON.stringify(fault));
};

/** Also with what the script says, for the checker. */
export function sceneOfFlow(flow: Flow, options: Drawn = {}): Shown {
  const { preset, dark } = flow.theme;
  const chosen = options.themes ?? { light: preset, dark: dark ?? preset };
  const failAtErrors = (found: Diagnostic): void => {
    if (isError(found)) fail(found);
  };
  const scene = drawScene(flow, { ...options, design, themes: chosen }, failAtErrors) ?? fail('no scene');
  const { say } = templates.wording;
  const annotated = annotateFlow(fillStepNumbers(flow, 'picture'), options.annotations ?? {}, say);
  const words = design.wordings(flow.lang);
  const script = putIntoWords(annotated, 'picture', templates.withWording(words), { excerpt: options.excerpt ?? null });
  return { scene, script };
}

type Choices = Pick<SceneInput, 'maxWidth' | 'icons' | 'facts'>;

const partWords: PartWords = {
  continued: (text) => (text === '' ? 'continued' : `${text} (continued)`),
  continues: 'continues',
  part: (part, count) => `${part} of ${count}`,
};

/** The parts of a script on paper, each with what it must show. */
export function partsOfScript(
  script: Script,
  flow: Flow,
  { room, ...choices }: Omit<Choices, 'maxWidth'> & { readonly room: PaperRoom },
): readonly (Shown & { readonly leaves: readonly ScriptStep[] })[] {
  const input = { ...inputOf(script, flow), ...choices };
  const ids = script.participants.map(({ id }) => id);
  return layOutPieces(input, room, partWords).map(({ scene, blocks }, index) => {
    const there = new Set(scene.heads.flatMap((item) => (item.role === 'head' ? [item.participant] : [])));
    return {
      scene,
      script: {
        ...script,
        heading: index === 0 ? script.heading : [],
        participants: script.participants.filter(({ id }) => there.has(id)),
        steps: stepsOf(blocks, ids),
      },
      leaves: leavesOf(blocks).map(({ step }) => step),
    };
  });
}

type Leaf = Exclude<Block, { kind: 'frame' | 'turn' | 'phase' }>;

export const leavesOf = (blocks: readonly Block[]): readonly Leaf[] =>
  blocks.flatMap((block): readonly Leaf[] => {
    if (block.kind === 'frame') return block.branches.flatMap((branch) => leavesOf(branch.blocks));
    return block.kind === 'turn' || block.kind === 'phase' ? [] : [block];
  });

const stepsOf = (blocks: readonly Block[], ids: readonly string[]): readonly ScriptStep[] =>
  blocks.flatMap((block): readonly ScriptStep[] => {
    if (block.kind === 'turn') {
      const { participant, depth } = block.turn;
      return depth > 0 ? [{ kind: 'activation', step: '', participant: ids[participant] ?? '', active: true }] : [];
    }
    if (block.kind !== 'frame') return [block.step];
    const lists = block.branches.map((branch) => ({ said: branch.said, steps: stepsOf(branch.blocks, ids) }));
    if (block.step.kind === 'highlight') return [{ ...block.step, steps: lists.flatMap(({ steps }) => steps) }];
    return [{ ...block.step, branches: lists.flatMap(({ said, steps }) => (said ? [{ ...said, steps }] : [])) }];
  });

export const sceneOfScript = (script: Script, flow: Flow, choices: Choices): Scene =>
  layOut({ ...inputOf(script, flow), ...choices });

function inputOf(script: Script, flow: Flow): Omit<SceneInput, keyof Choices> {
  const host = findPreset('host', flow.theme, presets, fail) ?? fail('no preset');
  return {
    script,
    flow,
    theme: { light: host, dark: host, zones: {}, variables: [] },
    fontFamily: '',
    heading: { title: script.heading, summary: '', specs: [] },
    legend: [],
  };
}
