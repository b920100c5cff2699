/** Puts messages, and notes, into words. */
import type { Lines, Message, Note, ScriptMessage, ScriptNote, ScriptStep } from '../model/index.js';
import { wordsOf } from './context.js';
import type { WordsContext } from './context.js';
import { legOf, takeOwnNumber } from './counter.js';
import { isLeftOut } from './cut.js';
import { chooseDrawn } from './drawn.js';
import { requestView, responseView } from './http-view.js';
import { channelMark, markLines, toneMark } from './marks.js';

/** In an excerpt, a message after a gap is preceded by its badge number. */
export function messageInWords(message: Message, context: WordsContext): readonly ScriptStep[] {
  const { id, isNamed, from, to, arrow, isReply, channel, redirectLeg, activate, deactivate, create, destroy, span } =
    message;
  const { medium, names, counter, marks, write, excerpt, legs } = context;
  const { number, isLabel, restart } = counter.count(message, excerpt?.has(message.id) ?? true);
  const own = takeOwnNumber(
    isLabel && legs !== 'letters' ? number : '',
    wordsOf(message.text, message.asciiText, medium),
  );
  const words = write.message({
    ...own,
    leg: isLabel && legs === 'letters' ? legOf(number) : legs === 'digits' ? own.number : '',
    mark: [channelMark(message, marks), toneMark(message.tone, marks)].filter((mark) => mark !== '').join(' '),
    from: names.get(from) ?? from,
    to: names.get(to) ?? to,
    channel,
    isRedirect: redirectLeg !== null,
    isReply,
  });
  const notes = message.notes.filter((note) => !isLeftOut(note, context)).flatMap((note) => noteInWords(note, context));
  const said: ScriptMessage = {
    kind: 'message',
    step: id,
    id: isNamed ? id : '',
    span,
    ...{ from, to, arrow, isReply, channel, redirectLeg, activate, deactivate, create, destroy },
    ...words,
    number,
    tone: message.tone,
    notes,
  };
  return restart ? [{ kind: 'numbering', step: id, autonumber: restart }, said] : [said];
}

/** Empty for a note without content, as for a request that has only a method and a path. */
export function noteInWords(note: Note, context: WordsContext): readonly ScriptNote[] {
  const { placement, participants, tone } = note;
  const lines = noteLines(note, context);
  if (lines.length === 0) return [];
  const said = { tone, placement, participants, lines: markLines(lines, tone, context.marks) };
  return [{ kind: 'note', step: note.id, body: note.body.kind, ...said }];
}

function noteLines({ body, asciiText }: Note, { medium, write, legs }: WordsContext): Lines {
  if (medium === 'text' && asciiText) return write.lines('note', { text: asciiText.plain });
  switch (body.kind) {
    case 'text':
      return write.lines('note', { text: body.text.plain });
    case 'finding':
    case 'threat':
      // In Mermaid their lines are broken already; pictures break lines themselves.
      return write.lines('note', { text: (medium === 'picture' ? (asciiText ?? body.text) : body.text).plain });
    case 'request':
      return write.lines('request', requestView(body.request, chooseDrawn(body.only, legs !== null)));
    case 'response':
      return write.lines('response', responseView(body.response, chooseDrawn(body.only, legs !== null)));
  }
}
