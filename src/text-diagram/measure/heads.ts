/** Measures participants' heads, and the boxes around them. */
import type { ScriptBox, ScriptParticipant } from '../../model/index.js';
import { centred, type Columns } from '../../layout/index.js';
import type { Group, Head, Measured } from './blocks.js';
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

/** Gives heads that lack their blank cells those that the columns have room for. */
export function padHeads(measured: Measured, { lifelines, width }: Columns, { headPad, headGap }: Style): Measured {
  if (headPad > 0) return measured;
  const heads = [...measured.heads];
  for (const [index, head] of heads.entries()) {
    const [before, after] = [heads[index - 1], heads[index + 1]];
    const at = lifelines[index] ?? 0;
    const left = before ? at - (lifelines[index - 1] ?? 0) - before.right - 1 - headGap : at;
    const right = after ? (lifelines[index + 1] ?? 0) - at - after.left - 1 - headGap : width - 1 - at;
    if (!head.created && head.left < left && head.right < right)
      heads[index] = { ...head, left: head.left + 1, right: head.right + 1 };
  }
  return { ...measured, heads };
}
