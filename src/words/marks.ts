/** Marks that distinguish the channels of messages without colour. */
import { messagesOf, tellsChannelsApart } from '../model/index.js';
import type { Flow, Message } from '../model/index.js';
import type { WordsView } from './words-view.js';

export type Charset = 'unicode' | 'ascii';

/** The marks before a message's text; '' where there is nothing to distinguish. */
export type Marks = WordsView<'legend'>;

export const unmarked: Marks = { front: '', redirect: '' };

const glyphs = {
  unicode: { front: '•', redirect: '↪' },
  ascii: { front: '*', redirect: '=>' },
} as const satisfies Record<Charset, Marks>;

/** The same for every medium of a flow, whatever steps a medium leaves out. */
export function chooseMarks(flow: Flow, charset: Charset): Marks {
  const { front, redirect } = glyphs[charset];
  const redirects = [...messagesOf(flow.steps)].some(({ redirectLeg }) => redirectLeg !== null);
  return {
    front: tellsChannelsApart(flow) ? front : '',
    redirect: redirects && flow.channels !== 'none' ? redirect : '',
  };
}

/** A redirect always goes through the front channel, so one mark is enough. */
export function channelMark({ channel, redirectLeg }: Message, marks: Marks): string {
  if (redirectLeg !== null) return marks.redirect;
  return channel === 'front' ? marks.front : '';
}
