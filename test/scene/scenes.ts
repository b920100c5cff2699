/** Scenes for tests, of flows and of scripts. */
import { packagedDesign } from '../../src/design.js';
import type { Excerpt } from '../../src/model/excerpt.js';
import type { Flow } from '../../src/model/flow.js';
import type { Script } from '../../src/model/script.js';
import { tellsChannelsApart } from '../../src/model/tree.js';
import { layOut, type SceneInput } from '../../src/scene/lay-out.js';
import type { Scene } from '../../src/scene/scene.js';
import { findPreset } from '../../src/theme/presets.js';
import { putIntoWords } from '../../src/words/words.js';

const { templates, presets } = packagedDesign();

interface Shown {
  readonly scene: Scene;
  readonly script: Script;
}

type Choices = Partial<Pick<SceneInput, 'maxWidth' | 'icons' | 'heading' | 'legend' | 'facts'>>;

/** As wide as pictures are by default. */
export const WIDTH = 840;

export function sceneOfScript(script: Script, flow: Flow, choices: Choices = {}): Scene {
  const preset = (name: string) => {
    const found = findPreset(name, flow.theme, presets, () => undefined);
    if (!found) throw new Error(`no preset ${name}`);
    return found;
  };
  return layOut({
    script,
    flow,
    theme: {
      light: preset(flow.theme.preset),
      dark: preset(flow.theme.dark ?? flow.theme.preset),
      zones: {},
      variables: flow.theme.variables,
    },
    facts: {
      tellsChannelsApart: tellsChannelsApart(flow),
      marksRedirects: flow.channels !== 'none',
      tags: new Map(),
    },
    fontFamily: '',
    heading: { title: script.heading, summary: '', specs: [] },
    legend: [],
    maxWidth: WIDTH,
    icons: true,
    ...choices,
  });
}

/** `excerpt`: only these steps. */
export function sceneOfFlow(flow: Flow, choices: Choices = {}, excerpt: Excerpt | null = null): Shown {
  const script = putIntoWords(flow, 'picture', templates, { excerpt });
  return { script, scene: sceneOfScript(script, flow, choices) };
}
