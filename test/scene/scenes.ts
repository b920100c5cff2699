/** Scenes for tests, of flows and of scripts. */
import { packagedDesign } from '../../src/design.js';
import { annotateFlow } from '../../src/model/annotate.js';
import type { Flow } from '../../src/model/flow.js';
import type { Script } from '../../src/model/script.js';
import { drawScene, type SceneOptions, type SceneThemes } from '../../src/picture/draw-scene.js';
import { layOut, type SceneInput } from '../../src/scene/lay-out.js';
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

export function sceneOfScript(script: Script, flow: Flow, choices: Choices): Scene {
  const host = findPreset('host', flow.theme, presets, fail) ?? fail('no preset');
  return layOut({
    script,
    flow,
    theme: { light: host, dark: host, zones: {}, variables: [] },
    fontFamily: '',
    heading: { title: script.heading, summary: '', specs: [] },
    legend: [],
    ...choices,
  });
}
