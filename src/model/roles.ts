/** The role of each piece of a text diagram, for themes and templates that colour it or mark it up. */
import type { ScriptMessage } from './script.js';

const channelRoles = [
  'front-request',
  'front-reply',
  'back-request',
  'back-reply',
  'local-request',
  'local-reply',
] as const;

export const roles = [
  'space',
  'lifeline',
  'activation',
  'box',
  'participant',
  'highlight',
  'fragment',
  'phase',
  'delay',
  'ref',
  'note',
  'heading',
  'link',
  ...channelRoles,
] as const;
export type Role = (typeof roles)[number];

/** A message's role is its channel and its direction. */
export const messageRole = ({ channel, isReply }: ScriptMessage): Role =>
  `${channel}-${isReply ? 'reply' : 'request'}` satisfies (typeof channelRoles)[number];
