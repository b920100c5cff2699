/** Wraps the texts of blocks: to a measure, and then to the room that the columns give them. */
import { CHARACTER, frame, label, lead, loop, measures, note } from '../metrics.js';
import { noteTone } from '../measure/index.js';
import type { Block, FrameBlock, MessageBlock, NoteBlock } from '../measure/index.js';
import type { Passage, Wrapped } from '../text/index.js';

/** The narrowest measure of pictures that are not for paper. */
const USUAL = Math.min(...measures);

/** How the texts of a picture are wrapped. */
export class Fit {
  /** In px. */
  readonly measure: number;
  readonly #rooms = new Map<Passage, number>();

  /** `characters`: a measure. */
  constructor(characters: number) {
    this.measure = characters * CHARACTER;
  }

  /** Gives a text more room than the measure. */
  widen(passage: Passage, room: number, limit: number): void {
    this.#rooms.set(passage, Math.max(limit, room));
  }

  label(message: MessageBlock): Wrapped {
    return this.#wrap(message.label, this.labelLimit(message));
  }

  /** Over two or more gaps a label may be half as wide again. */
  labelLimit({ path }: MessageBlock): number {
    if (path.kind === 'loop') return this.#besideLoop();
    return path.kind === 'arrow' && path.last - path.first > 1 ? 1.5 * this.measure : this.measure;
  }

  note(block: NoteBlock): Wrapped {
    return this.#wrap(block.body, this.noteLimit(block));
  }

  /** Under a self-message, as its label; under another message it may be wider than a narrow measure. */
  noteLimit({ placement, isUnderLoop }: NoteBlock): number {
    if (isUnderLoop) return this.#besideLoop();
    return placement === 'hung'
      ? Math.max(this.measure, this.#narrowed(note.attached))
      : Math.min(this.measure, note.own);
  }

  #besideLoop(): number {
    return Math.min(this.measure, this.measure < 30 * CHARACTER ? this.#narrowed(loop.narrow) : loop.most);
  }

  /** A width that the narrowest of the usual measures has, and that narrower ones have less of. */
  #narrowed(width: number): number {
    return Math.min(width, (width * this.measure) / (USUAL * CHARACTER));
  }

  /** A text in a frame's own place, or one that has the whole width. */
  text(passage: Passage, limit: number = frame.labelMost): Wrapped {
    return this.#wrap(passage, limit);
  }

  #wrap(passage: Passage, limit: number): Wrapped {
    return passage.wrap(this.#rooms.get(passage) ?? limit);
  }
}

/** The width of a message's words: number, mark, text and tag. */
export const wordsWidth = ({ lead, tag }: MessageBlock, text: Wrapped): number =>
  lead + text.width + (tag ? tagGap(text) + tag.width : 0);

/** Between a text and the tag behind it: other fonts than ours may be wider. */
export const tagGap = ({ lines }: Wrapped): number => Math.max(8, 0.1 * (lines.at(-1)?.width ?? 0));

export const padOf = ({ isData }: NoteBlock): { readonly x: number; readonly y: number } =>
  isData ? note.dataPad : note.pad;

export const cardWidth = (block: NoteBlock, body: Wrapped): number =>
  Math.ceil(body.width) + 2 * padOf(block).x + (noteTone(block.step) ? lead.mark : 0);

/** Every block, outer before inner. */
export function* flatBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.kind === 'frame') yield* flatBlocks(insideOf(block));
  }
}

export const insideOf = ({ branches }: FrameBlock): readonly Block[] => branches.flatMap(({ blocks }) => blocks);

/** The width of what stands before a label: its start is so far from the left lifeline. */
export const labelStart = ({ reach }: MessageBlock): number => label.before + reach.firstAfter;
