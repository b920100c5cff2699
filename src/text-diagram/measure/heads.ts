/** Measures participants' heads, and the boxes around them. */
import type { ScriptBox, ScriptParticipant } from '../../model/index.js';
import { centred } from '../../layout/index.js';
import type { Group, Head } from './blocks.js';
import type { Glyphs } from '../glyphs.js';
import { finishLines, lineOf, widest } from './lines.js';
import { glyphsOf, space, titleInset, type AsciiOptions, type Style } from '../options.js';

interface HeadContext {
  readonly style: Style;
  readonly glyphs: Glyphs;
  readonly created: boolean;
}

/** `«database»`; '' for a plain participant. */
const shapeMark = (name: string, { mark }: Glyphs): string => (name === '' ? '' : mark.join(name));

export const headMark = ({ shapeName }: Pick<ScriptParticipant, 'shapeName'>, options: AsciiOptions): string =>
  shapeMark(shapeName, glyphsOf(options));

export function measureHead({ lines: words, shapeName }: ScriptParticipant, context: HeadContext): Head {
  const lines = finishLines(words);
  const mark = lineOf(shapeMark(shapeName, context.glyphs));
  // Around the mark, at least a border cell on each side.
  const inner = Math.max(widest(lines) + 2 * context.style.headPad, mark.width + 2);
  return { lines, mark, ...centred(inner + 2), created: context.created };
}

export function measureGroup({ first, last, lines }: ScriptBox, heads: readonly Head[], style: Style): Group {
  const title = finishLines(lines);
  const beside = space.note + 1;
  const left = (heads[first]?.left ?? 0) + beside;
  const right = (heads[last]?.right ?? 0) + beside;
  const lack = widest(title) === 0 ? 0 : 2 * titleInset(style) + widest(title) - 1 - left - right;
  const half = first === last ? Math.max(0, Math.ceil(lack / 2)) : 0;
  return { title, extent: { first, last, left: left + half, right: right + half, room: first === last ? 0 : lack } };
}
