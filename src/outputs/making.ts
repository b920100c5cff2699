/** Makes the diagrams of one flow by their stages, each at most once. */
import { packagedDesign, templatesIn } from '../design.js';
import { drawParts, drawScene, drawSlides, zoneNames } from '../picture/index.js';
import type { SceneThemes } from '../picture/index.js';
import { checkNumbering, checkSize, mermaidView, pictureTarget } from '../mermaid/index.js';
import { annotateFlow } from '../model/index.js';
import type { Flow } from '../model/index.js';
import { lazily, memoize } from '../source/index.js';
import type { Report } from '../source/index.js';
import { checkColors, chooseTheme, completeTheme, findPreset } from '../theme/index.js';
import type { PresetData } from '../theme/index.js';
import { fillStepNumbers, putIntoWords } from '../words/index.js';
import { drawText } from './draw-text.js';
import type { MakeOptions } from './make-options.js';
import type { Making } from './output.js';

const quiet: Report = () => undefined;

/** Several formats show one scene. */
function onceForThemes<T>(draw: (themes: SceneThemes) => T): (themes: SceneThemes) => T {
  const drawn = new Map<string, { readonly value: T }>();
  return (themes) => {
    const key = JSON.stringify([themes.light, themes.dark]);
    const known = drawn.get(key) ?? { value: draw(themes) };
    drawn.set(key, known);
    return known.value;
  };
}

/** `target`: the oldest Mermaid that must draw the diagram. */
export function openMaking(
  said: Flow,
  options: MakeOptions,
  report: Report,
  target: string | null = said.mermaidTarget,
): Making {
  // Texts around the diagrams refer to steps by the numbers of the Mermaid.
  const design = options.design ?? packagedDesign();
  const flow = fillStepNumbers(completeTheme(said, design.presets), 'mermaid');
  const { presets, zones = {} } = design;
  const templates = templatesIn(design, flow.lang);
  const drawn = annotateFlow(flow, options.annotations ?? {}, templates.wording.say);
  const preset = memoize((name: string) => findPreset(name, flow.theme, presets, report));
  const own = options.theme ?? flow.theme.preset;
  const names = lazily(() => zoneNames(preset(own), zones, templates.wording.say));
  const fontFamily = (name: string): string | undefined => {
    const found = preset(name);
    const variables = found ? chooseTheme(found, flow.theme, zones, () => undefined).variables : [];
    return variables.find((variable) => variable.name === 'fontFamily')?.value;
  };
  const printMermaid = (found: PresetData): string => {
    const theme = chooseTheme(found, flow.theme, zones, report);
    checkColors(flow, theme, report);
    checkNumbering(flow, report);
    const script = putIntoWords(drawn, 'mermaid', templates, { excerpt: options.excerpt ?? null, zoneNames: names() });
    const isPicture = target === pictureTarget;
    const view = mermaidView(script, {
      theme,
      target,
      keepsLayout: flow.keepsLayout || isPicture,
      coloursTones: flow.coloursTones || isPicture,
      report,
    });
    const diagram = templates.render('mermaid/diagram', view);
    const tooLong = checkSize(diagram);
    if (tooLong) report(tooLong);
    return diagram;
  };
  const mermaid = memoize((name: string) => {
    const found = preset(name);
    return found && printMermaid(found);
  });
  const scene = onceForThemes((themes) => drawScene(said, { ...options, design, themes }, report));
  const text = lazily(() =>
    templates.render(
      'ascii/diagram',
      drawText(said, { ...options, design }, report, () => preset(own)),
    ),
  );
  return {
    ...{ flow, options, design, templates, report },
    zoneNames: names,
    scene,
    sceneOf: (excerpt, themes) => drawScene(said, { ...options, design, themes, excerpt }, quiet),
    parts: (themes, paper) => drawParts(said, { ...options, design, themes, paper }, report),
    slides: (themes, room) => drawSlides(said, { ...options, design, themes, room }, report),
    mermaid: (theme = own) => mermaid(theme),
    fontFamily: (theme = own) => fontFamily(theme),
    text,
  };
}
