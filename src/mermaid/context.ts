/** The context in which every part of the Mermaid view is built. */
import type { ParticipantSpan } from '../model/index.js';
import type { Report } from '../source/index.js';
import type { Theme } from '../theme/index.js';
import type { Creations } from './creations.js';
import type { Endings } from './endings.js';

export interface MermaidOptions {
  readonly theme: Theme;
  /** The oldest Mermaid that must draw the result, as `11.12`; null for what all hosts draw. */
  readonly target: string | null;
  /** Whether texts keep their blanks, and notes their layout. */
  readonly keepsLayout: boolean;
  /** Whether what has a tone stands on its colour. */
  readonly coloursTones: boolean;
  /** Gets a notice for everything that Mermaid, or the target version, can't draw as intended. */
  readonly report: Report;
}

export interface MermaidContext extends MermaidOptions {
  /** Maps the flow's participant ids to Mermaid's. */
  readonly names: ReadonlyMap<string, string>;
  /** The ids of the script's participants, in drawing order. */
  readonly inOrder: readonly string[];
  readonly creations: Creations;
  readonly endings: Endings;
  /** The participants around which the innermost fragment or region is drawn; all of them outside of any. */
  readonly around: ParticipantSpan;
}

/** The id in Mermaid of a participant that the script declares. */
export function nameOf(id: string, { names }: MermaidContext): string {
  const name = names.get(id);
  if (name === undefined) throw new Error(`the script has no participant ${id}`);
  return name;
}
