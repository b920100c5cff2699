/** What every part of the Mermaid view is built with. */
import type { Report } from '../source/index.js';
import type { Theme } from '../theme/index.js';
import type { Creations } from './creations.js';

export interface MermaidOptions {
  readonly theme: Theme;
  /** The oldest Mermaid that must draw the result, as `11.12`; null for what every host draws. */
  readonly target: string | null;
  /** Receives a notice for all that Mermaid, or the target, can't draw as it is meant. */
  readonly report: Report;
}

export interface MermaidContext extends MermaidOptions {
  /** Mermaid's participant ids by the flow's. */
  readonly names: ReadonlyMap<string, string>;
  readonly creations: Creations;
}

/** Mermaid's id of a participant that the script declares. */
export function nameOf(id: string, { names }: MermaidContext): string {
  const name = names.get(id);
  if (name === undefined) throw new Error(`the script has no participant ${id}`);
  return name;
}
