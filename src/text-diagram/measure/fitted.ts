/** A script that fits: its lines broken, and what stands under the diagram. */
import type { Role } from '../../model/roles.js';
import type { Lines, Script } from '../../model/script.js';

export interface Below {
  readonly role: Role;
  readonly lines: Lines;
}

export interface Fitted extends Script {
  /** From top to bottom: who is who, footnotes, links. */
  readonly below: readonly Below[];
}
