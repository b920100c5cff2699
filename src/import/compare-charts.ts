/** Compares what a flow draws with its original diagram. */
import type { Span } from '../source/index.js';
import { cssText, parseColor } from '../theme/index.js';
import type { Chart, ChartRow } from './chart.js';

interface Difference {
  /** The place of the row in the first chart, or null for the whole chart. */
  readonly span: Span | null;
  readonly message: string;
  /** Both texts, in full. */
  readonly hint: string;
}

/** The first difference of each kind. Additions in the second, such as a title for screen readers, don't count. */
export function compareCharts(before: Chart, after: Chart): readonly Difference[] {
  return [
    ...compareTexts(before, after),
    ...compareParticipants(participantLines(before), participantLines(after)),
    ...firstDifference('boxes are drawn', boxLines(before, before), boxLines(after, before)),
    ...firstDifference('steps from here on are drawn', rowLines(before, before), rowLines(after, before)),
  ];
}

/** The names in Mermaid, in which the import is proven. */
const textNames = { drawnTitle: 'heading', title: 'accTitle', summary: 'accDescr' } as const;

const compareTexts = (before: Chart, after: Chart): readonly Difference[] =>
  (['drawnTitle', 'title', 'summary'] as const)
    .filter((key) => before[key] !== '' && spaced(before[key]) !== spaced(after[key]))
    .map((key) => tellDifference(`the ${textNames[key]} differs`, { span: null, text: before[key] }, after[key]));

interface ChartLine {
  readonly span: Span | null;
  readonly text: string;
}

function firstDifference(
  what: string,
  before: readonly ChartLine[],
  after: readonly ChartLine[],
): readonly Difference[] {
  const count = Math.max(before.length, after.length);
  const index = Array.from({ length: count }).findIndex((_, at) => before[at]?.text !== after[at]?.text);
  return index === -1 ? [] : [tellDifference(`${what} differently`, before[index], after[index]?.text)];
}

/** The order can differ: Mermaid draws a participant that a message creates to the right of all others. */
function compareParticipants(before: readonly ChartLine[], after: readonly ChartLine[]): readonly Difference[] {
  const [one, other] = [before, after].map((lines) => JSON.stringify(lines.map(({ text }) => text).sort()));
  const verb = one === other ? 'are ordered' : 'are drawn';
  return firstDifference(`participants ${verb}`, before, after);
}

const tellDifference = (message: string, before: ChartLine | undefined, after: string | undefined): Difference => ({
  span: before?.span ?? null,
  message,
  hint: `here: ${before?.text ?? 'nothing'}; in the flow: ${after ?? 'nothing'}`,
});

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

const participantLines = ({ participants }: Chart): readonly ChartLine[] =>
  participants.map(({ label, shape, links }) => ({ span: null, text: JSON.stringify({ label, shape, links }) }));

/** Ids may differ, so a participant is identified by its label, and by its position among those with the same label. */
function namesOf({ participants }: Chart): ReadonlyMap<string, string> {
  return new Map(
    participants.map(({ id, label }, index) => {
      const like = participants.slice(0, index).filter((other) => other.label === label).length;
      return [id, like === 0 ? label : `${label} (${like + 1})`];
    }),
  );
}

function boxLines(chart: Chart, original: Chart): readonly ChartLine[] {
  const names = namesOf(chart);
  return chart.boxes.map(({ title, color }, index) => {
    const members = chart.participants.filter(({ box }) => box === index).map(({ id }) => names.get(id));
    const known = original.boxes[index]?.color === null ? null : plainColor(color);
    return { span: null, text: JSON.stringify({ title, color: known, members }) };
  });
}

const plainColor = (color: string | null): string | null => {
  const parsed = color === null ? null : parseColor(color);
  return parsed && cssText(parsed);
};

function rowLines({ rows, ...chart }: Chart, original: Chart): readonly ChartLine[] {
  const names = namesOf({ ...chart, rows });
  // Regions without a colour get one from the theme.
  const isOpen = original.rows.map((row) => row.kind === 'highlight' && row.color === null);
  return rows.map((row, index) => ({ span: row.span, text: describeRow(row, names, isOpen[index] ?? false) }));
}

/** Prints the keys in a fixed order. */
function describeRow(row: ChartRow, names: ReadonlyMap<string, string>, hasAnyColor: boolean): string {
  const name = (id: string): string => names.get(id) ?? '';
  const { kind } = row;
  switch (row.kind) {
    case 'message': {
      const { text, activate, deactivate, notes, create } = row;
      const [from, to, destroy, number] = [name(row.from), name(row.to), name(row.destroy), row.number?.value];
      const arrow = { line: row.arrow.line, head: row.arrow.head };
      return JSON.stringify({ from, to, destroy, number, kind, text, activate, deactivate, notes, arrow, create });
    }
    case 'note': {
      const { placement, text } = row;
      return JSON.stringify({ kind, placement, text, over: [name(row.from), name(row.to)].sort() });
    }
    case 'activation':
      return JSON.stringify({ kind, participant: name(row.participant), active: row.active });
    case 'highlight':
      return JSON.stringify({ kind, color: hasAnyColor ? null : plainColor(row.color) });
    case 'open':
      return JSON.stringify({ kind, type: row.type, text: unbroken(row.text) });
    case 'branch':
      return JSON.stringify({ kind, text: unbroken(row.text) });
    case 'close':
      return kind;
  }
}

/** Labels of fragments are rewrapped, so that Mermaid doesn't hyphenate them. */
const unbroken = (text: string): string => text.replace(/\s+/g, '');
