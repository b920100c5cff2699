/** Marks that distinguish the channels of messages without colour. */
import { flatWithNotes, messagesOf, tellsChannelsApart, toneNames } from '../model/index.js';
import type { Flow, Lines, Message, Step, Tone } from '../model/index.js';
import type { WordsView } from './words-view.js';

export type Charset = 'unicode' | 'ascii';

/** The marks before a message's text; '' where there is nothing to distinguish. */
export type Marks = WordsView<'legend'>;

export const unmarked: Marks = { front: '', redirect: '', tones: [] };

const glyphs = {
  unicode: { front: '•', redirect: '↪', danger: '!', success: '✓', muted: '~', accent: '★' },
  ascii: { front: '*', redirect: '=>', danger: '!', success: '+', muted: '~', accent: '**' },
} as const satisfies Record<Charset, Readonly<Record<Tone | 'front' | 'redirect', string>>>;

/** The same for every medium of a flow, whatever steps a medium leaves out. */
export function chooseMarks(flow: Flow, charset: Charset): Marks {
  const { front, redirect, ...tones } = glyphs[charset];
  const used = tonesIn(flow.steps);
  const redirects = [...messagesOf(flow.steps)].some(({ redirectLeg }) => redirectLeg !== null);
  return {
    front: tellsChannelsApart(flow) ? front : '',
    redirect: redirects && flow.channels !== 'none' ? redirect : '',
    tones: toneNames.filter((tone) => used.has(tone)).map((tone) => ({ tone, mark: tones[tone] })),
  };
}

function tonesIn(steps: readonly Step[]): ReadonlySet<Tone | null> {
  const toned = [...flatWithNotes<Step>(steps)].flatMap((step) => {
    if (step.kind === 'fragment') return step.branches.map(({ tone }) => tone);
    return 'tone' in step ? [step.tone] : [];
  });
  return new Set(toned);
}

/** '' for none. */
export const toneMark = (tone: Tone | null, { tones }: Marks): string =>
  tones.find((one) => one.tone === tone)?.mark ?? '';

/** The lines with the tone's mark before the first. */
export function markLines(lines: Lines, tone: Tone | null, marks: Marks): Lines {
  const mark = toneMark(tone, marks);
  const [first = '', ...others] = lines;
  return mark === '' ? lines : [`${mark} ${first}`.trimEnd(), ...others];
}

/** A redirect always goes through the front channel, so one mark is enough. */
export function channelMark({ channel, redirectLeg }: Message, marks: Marks): string {
  if (redirectLeg !== null) return marks.redirect;
  return channel === 'front' ? marks.front : '';
}
