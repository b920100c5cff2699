/** The rows of a chart, one for each message of the database that says something. */
import type { ChartMessage, ChartNote, ChartRow } from './chart.js';
import { readColor } from './color.js';
import { participantName, tellLoss, wrapLoss, wrapsAll } from './context.js';
import type { ChartContext } from './context.js';
import type { MermaidDatabase, MermaidMessage } from './database.js';
import { decodeText, hasControlCharacters } from './decode.js';
import { arrowTypes, centralTypes, closings, halfArrowTypes, lineTypes, openings, separators } from './line-types.js';
import { countNumbers } from './numbers.js';
import type { CountNumber } from './numbers.js';

type Rows = readonly ChartRow[];
type Tell = (message: string) => void;

export function readRows(database: MermaidDatabase, context: ChartContext): Rows {
  const numbers = countNumbers(database.config);
  const lives = findLives(database, context);
  const participants = new Set(database.participants.map(({ id }) => id));
  return database.messages.flatMap((message, row): Rows => {
    const tell: Tell = (loss) => tellLoss(context, loss, context.places.message(row));
    if (message.from !== '' && !participants.has(message.from)) {
      tell(`participant ${JSON.stringify(message.from)}, who is not there, can't be activated`);
      return [];
    }
    if (message.wrap && message.text !== '' && !wrapsAll(database.config)) tell(wrapLoss);
    if (/\$\$.*\$\$/s.test(message.text)) tell('a formula between "$$" is kept as text');
    if (hasControlCharacters(message.text)) tell('control characters are left out');
    return readRow(message, row, { numbers, lives, tell });
  });
}

interface RowContext {
  readonly numbers: CountNumber;
  readonly lives: Lives;
  readonly tell: Tell;
}

function readRow(message: MermaidMessage, row: number, { numbers, lives, tell }: RowContext): Rows {
  const { type, text } = message;
  const simple = simplifyArrow(message, tell);
  const arrow = arrowTypes[simple.type];
  if (arrow) {
    const number = numbers.next();
    return [
      {
        row,
        ...readMessage(simple),
        arrow,
        number,
        create: lives.created.has(row),
        destroy: lives.ended.get(row) ?? '',
      },
    ];
  }
  if (centralTypes.has(type)) return [];
  if (type === lineTypes.numbering) {
    numbers.change(message.numbers, tell);
    return [];
  }
  if (type === lineTypes.note) {
    if (decodeText(text) !== '') return [{ row, ...readNote(message) }];
    tell('a note without words is left out');
    return [];
  }
  if (type === lineTypes.activate || type === lineTypes.deactivate) {
    const active = type === lineTypes.activate;
    return [{ row, kind: 'activation', participant: participantName(message.from), active }];
  }
  if (closings.has(type)) return [{ row, kind: 'close' }];
  if (separators.has(type)) return [{ row, kind: 'branch', text: decodeText(text) }];
  return readOpening(message, row, tell);
}

/** Half arrows, and circles at their ends, become plain arrows. */
function simplifyArrow(message: MermaidMessage, tell: Tell): MermaidMessage {
  if (message.isCentral) tell('the circle at the end of this arrow is not kept');
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
  from: participantName(from),
  to: participantName(to),
  text: decodeText(text),
  activate: false,
  deactivate: false,
  notes: [],
});

const placements = ['left', 'right', 'over'] as const;

const readNote = ({ from, to, text, placement }: MermaidMessage): ChartNote => ({
  kind: 'note',
  placement: placements[placement ?? 2] ?? 'over',
  from: participantName(from),
  to: participantName(to),
  text: decodeText(text),
});

function readOpening({ type, text }: MermaidMessage, row: number, tell: Tell): Rows {
  if (type === lineTypes.parOver) tell('"par_over" becomes "par": its branches stand one below the other');
  const opened = openings[type === lineTypes.parOver ? lineTypes.par : type];
  if (opened === undefined) {
    tell(`Mermaid's row of type ${type} is left out`);
    return [];
  }
  if (opened !== 'rect') return [{ row, kind: 'open', type: opened, text: decodeText(text) }];
  const color = readColor(text);
  if (color === null) tell("a region without a colour that is known has the theme's");
  return [{ row, kind: 'highlight', color }];
}

/** Where participants begin and end, by the index of a message. */
interface Lives {
  readonly created: ReadonlySet<number>;
  readonly ended: ReadonlyMap<number, string>;
}

function findLives({ messages, created, destroyed }: MermaidDatabase, { places, report }: ChartContext): Lives {
  const find = (what: string, kind: string, fits: (message: MermaidMessage, id: string) => boolean) =>
    function ([id, from]: readonly [string, number]): readonly (readonly [number, string])[] {
      const row = messages.findIndex((message, index) => index >= from && isMessage(message) && fits(message, id));
      if (row !== -1) return [[row, participantName(id)]];
      tellLoss({ places, report }, `no message ${what} participant ${JSON.stringify(id)}`, places.statement(kind, id));
      return [];
    };
  return {
    created: new Set(
      created.flatMap(find('creates', 'createParticipant', ({ to }, id) => to === id)).map(([row]) => row),
    ),
    ended: new Map(
      destroyed.flatMap(find('ends', 'destroyParticipant', ({ from, to }, id) => from === id || to === id)),
    ),
  };
}

const isMessage = ({ type }: MermaidMessage): boolean => type in arrowTypes || type in halfArrowTypes;
