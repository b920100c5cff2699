/** Prints a flow as a file of draw.io: the whole flow, and where it has several phases, each on a page of its own. */
import { drawScene, printDrawio } from '../drawio/index.js';
import { phasesOf, pictureThemes } from '../model/index.js';
import type { Excerpt, Flow } from '../model/index.js';
import { asTitle } from '../source/index.js';
import type { Making } from './output.js';

/** Null after a reported error. */
export function printDrawioFile(making: Making): string | null {
  const { flow, options } = making;
  const { theme, themes: both = theme === undefined ? undefined : { first: theme, dark: null } } = options;
  const themes = pictureThemes(flow, both);
  const whole = making.scene(themes);
  if (whole === null) return null;
  const phases = phasePages(flow);
  const parts = phases.length < 2 ? [] : phases;
  const pages = [{ id: 'flow', name: asTitle(flow.title.plain), scene: whole }];
  for (const { id, name, excerpt } of parts) {
    const scene = making.sceneOf(excerpt, themes);
    if (scene) pages.push({ id, name, scene });
  }
  return printDrawio(pages.map(drawScene));
}

interface PhasePage {
  readonly id: string;
  readonly name: string;
  readonly excerpt: Excerpt;
}

/** In the order in which they begin. Steps before the first phase are only on the page of the whole flow. */
function phasePages(flow: Flow): readonly PhasePage[] {
  const pages = new Map<unknown, { id: string; name: string; excerpt: Set<string> }>();
  for (const [step, phase] of phasesOf(flow.steps)) {
    if (phase === null) continue;
    const page = pages.get(phase) ?? { id: `phase-${step.id}`, name: asTitle(phase.plain), excerpt: new Set<string>() };
    pages.set(phase, page);
    page.excerpt.add(step.id);
  }
  return [...pages.values()];
}
