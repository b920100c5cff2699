/** Colours in a finished view: templates print it as they would the plain one. */
import type { Role } from '../../model/index.js';
import type { AsciiView } from './view.js';

/** @param paint a piece of a row, coloured for its role; its width in cells must not change */
export function paintView(view: AsciiView, paint: (role: Role, text: string) => string): AsciiView {
  const rows = view.rows.map(({ kind, segments }) => {
    const painted = segments.map((segment) => ({ ...segment, text: paint(segment.role, segment.text) }));
    return { kind, text: painted.map(({ text }) => text).join(''), segments: painted };
  });
  return { ...view, rows };
}
