/** Steps of scripts, in few words. */
import type { Lines, ScriptNote, ScriptStep } from '../../src/model/script.js';
import { span } from './flow.js';

export const linesOf = (text: string): Lines => (text === '' ? [] : text.split('\n'));

export const phase = (text: string): ScriptStep => ({ kind: 'phase', step: '', lines: linesOf(text) });

export const delay = (text: string): ScriptStep => ({ kind: 'delay', step: '', span, lines: linesOf(text) });

export const reference = (participants: ScriptNote['participants'], said: string | Lines): ScriptStep => ({
  kind: 'ref',
  operator: 'ref',
  step: '',
  span,
  flow: 'other',
  hasPage: false,
  participants,
  lines: typeof said === 'string' ? linesOf(said) : said,
});
