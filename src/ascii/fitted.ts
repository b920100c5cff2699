/** A script that fits: its lines broken, and what stands under the diagram. */
import type { Role } from '../model/roles.js';
import type { Lines, Script } from '../model/script.js';
import { wrapHanging } from './wrap.js';

export interface Below {
  readonly role: Role;
  readonly lines: Lines;
}

export interface Fitted extends Script {
  /** From top to bottom: who is who, footnotes, links. */
  readonly below: readonly Below[];
}

export const linksOf = ({ participants }: Script, width: number): readonly Below[] =>
  participants.flatMap(({ lines, links }) =>
    links.map(({ label, url }): Below => ({
      role: 'link',
      lines: wrapHanging(`${lines.join(' ')}: ${label} ${url}`, width),
    })),
  );

/** As wide as it comes. */
export const unfitted = (script: Script): Fitted => ({ ...script, below: linksOf(script, Infinity) });
