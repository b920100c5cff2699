/** Builds the rows of a chart, one for each message of the database that has content. */
import type { Span } from '../../source/index.js';
import type { ChartMessage, ChartNote, ChartRow } from '../chart.js';
import type { TellLoss } from '../reader.js';
import { countNumbers } from './count-numbers.js';
import type { CountNumber } from './count-numbers.js';
import type { MermaidDatabase, MermaidMessage } from './database.js';
import { decodeColor, decodeName, decodeText, hasControlCharacters } from './decode.js';
import type { Places } from './find-places.js';
import { arrowTypes, centralTypes, closings, halfArrowTypes, lineTypes, openings, separators } from './line-types.js';
import { wrapLoss, wrapsAll } from './read-config.js';

type Rows = readonly ChartRow[];
type Tell = (message: string) => void;

export function readRows(database: MermaidDatabase, places: Places, tellLoss: TellLoss): Rows {
  const numbers = countNumbers(database.config);
  const lives = findLives(database, places, tellLoss);
  const participants = new Set(database.participants.map(({ id }) => id));
  return database.messages.flatMap((message, index): Rows => {
    const span = places.message(index);
    const tell: Tell = (loss) => tellLoss(loss, span);
    if (message.from !== '' && !participants.has(message.from)) {
      tell(`participant ${JSON.stringify(message.from)} does not exist here and can't be activated`);
      return [];
    }
    if (message.wrap && message.text !== '' && !wrapsAll(database.config)) tell(wrapLoss);
    if (/\$\$.*\$\$/s.test(message.text)) tell('a formula between "$$" is kept as text');
    if (hasControlCharacters(message.text)) tell('control characters are left out');
    const [create, destroy] = [lives.created.has(index), lives.ended.get(index) ?? ''];
    return readRow(message, { span, numbers, create, destroy, tell });
  });
}

/** What a row needs besides its own text. */
interface Surroundings extends Pick<ChartMessage, 'create' | 'destroy'> {
  readonly span: Span;
  readonly numbers: CountNumber;
  readonly tell: Tell;
}

function readRow(message: MermaidMessage, { span, numbers, create, destroy, tell }: Surroundings): Rows {
  const { type, text } = message;
  const simple = simplifyArrow(message, tell);
  const arrow = arrowTypes[simple.type];
  if (arrow) return [{ span, ...readMessage(simple), arrow, number: numbers.next(), create, destroy }];
  if (centralTypes.has(type)) return [];
  if (type === lineTypes.numbering) {
    numbers.change(message.numbers, tell);
    return [];
  }
  if (type === lineTypes.note) {
    if (decodeText(text) !== '') return [{ span, ...readNote(message) }];
    tell('an empty note is left out');
    return [];
  }
  if (type === lineTypes.activate || type === lineTypes.deactivate) {
    const active = type === lineTypes.activate;
    return [{ span, kind: 'activation', participant: decodeName(message.from), active }];
  }
  if (closings.has(type)) return [{ span, kind: 'close' }];
  if (separators.has(type)) return [{ span, kind: 'branch', text: decodeText(text) }];
  return readOpening(message, span, tell);
}

/** Half arrows, and circles at their ends, become plain arrows. */
function simplifyArrow(message: MermaidMessage, tell: Tell): MermaidMessage {
  if (message.isCentral) tell('the circle at the end of this arrow is left out');
  const half = halfArrowTypes[message.type];
  if (!half) return message;
  tell('half an arrow head becomes a whole one');
  const { from, to } = message;
  return { ...message, type: half.type, ...(half.reverse ? { from: to, to: from } : {}) };
}

const readMessage = ({
  from,
  to,
  text,
}: MermaidMessage): Omit<ChartMessage, 'arrow' | 'number' | 'create' | 'destroy'> => ({
  kind: 'message',
  from: decodeName(from),
  to: decodeName(to),
  text: decodeText(text),
  activate: false,
  deactivate: false,
  notes: [],
});

const placements = ['left', 'right', 'over'] as const;

const readNote = ({ from, to, text, placement }: MermaidMessage): ChartNote => ({
  kind: 'note',
  placement: placements[placement ?? 2] ?? 'over',
  from: decodeName(from),
  to: decodeName(to),
  text: decodeText(text),
});

function readOpening({ type, text }: MermaidMessage, span: Span, tell: Tell): Rows {
  if (type === lineTypes.parOver) tell('"par_over" becomes "par": its branches are drawn one below the other');
  const opened = openings[type === lineTypes.parOver ? lineTypes.par : type];
  if (opened === undefined) {
    tell(`Mermaid's row of type ${type} is left out`);
    return [];
  }
  if (opened !== 'rect') return [{ span, kind: 'open', type: opened, text: decodeText(text) }];
  const color = decodeColor(text);
  if (color === null) tell("a region without a known colour gets the theme's colour");
  return [{ span, kind: 'highlight', color }];
}

/** Where participants are created and destroyed, by the index of a message. */
interface Lives {
  readonly created: ReadonlySet<number>;
  readonly ended: ReadonlyMap<number, string>;
}

function findLives({ messages, created, destroyed }: MermaidDatabase, places: Places, tell: TellLoss): Lives {
  const find = (what: string, kind: string, fits: (message: MermaidMessage, id: string) => boolean) =>
    function ([id, from]: readonly [string, number]): readonly (readonly [number, string])[] {
      const found = messages.findIndex((message, index) => index >= from && isMessage(message) && fits(message, id));
      if (found !== -1) return [[found, decodeName(id)]];
      tell(`no message ${what} participant ${JSON.stringify(id)}`, places.statement(kind, id));
      return [];
    };
  return {
    created: new Set(
      created.flatMap(find('creates', 'createParticipant', ({ to }, id) => to === id)).map(([index]) => index),
    ),
    ended: new Map(
      destroyed.flatMap(find('ends', 'destroyParticipant', ({ from, to }, id) => from === id || to === id)),
    ),
  };
}

const isMessage = ({ type }: MermaidMessage): boolean => type in arrowTypes || type in halfArrowTypes;
