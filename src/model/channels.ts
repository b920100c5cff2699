/** Which channels a flow's messages take. */
import type { Flow } from './flow.js';
import { messagesOf } from './tree.js';
import type { Channel } from './step.js';

/** Whether outputs say which messages go through the front channel: only where others go through the back channel. */
export function tellsChannelsApart({ channels, steps }: Pick<Flow, 'channels' | 'steps'>): boolean {
  const taken = new Set<Channel>([...messagesOf(steps)].map(({ channel }) => channel));
  return channels !== 'none' && taken.has('front') && taken.has('back');
}
