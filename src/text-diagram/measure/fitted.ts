/** A script that fits: its lines broken, and what stands under the diagram. */
import type { Lines, Role, Script } from '../../model/index.js';

export interface Below {
  readonly role: Role;
  readonly lines: Lines;
}

export interface Fitted extends Script {
  /** From top to bottom: who is who, footnotes, links. */
  readonly below: readonly Below[];
}
