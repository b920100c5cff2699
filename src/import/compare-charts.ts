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
    ...compareLabels(before, after),
  ];
}

/** The names in Mermaid, in which the import is proven. */
const textNames = { drawnTitle: 'heading', title: 'accTitle', summary: 'accDescr' } as const;

const compareTexts = (before: Chart, after: Chart): readonly Difference[] =>
  (['drawnTitle', 'title', 'summary'] as const)
    .filter((key) => before[key] !== '' && spaced(before[key]) !== spaced(after[key]))
    .map((key) => tellDifference(`the ${textNames[key]} differs`, { span: null, text: before[key] }, after[key]));

/** What is compared of one element, by what messages call it. */
type Told = Readonly<Record<string, unknown>>;

interface ChartLine {
  readonly span: Span | null;
  readonly told: Told;
}

function firstDifference(
  what: string,
  before: readonly ChartLine[],
  after: readonly ChartLine[],
): readonly Difference[] {
  const count = Math.max(before.length, after.length);
  const index = Array.from({ length: count }).findIndex((_, at) => !isSame(before[at]?.told, after[at]?.told));
  if (index === -1) return [];
  const [own, drawn] = [before[index], after[index]];
  const [here, there] = [tellParts(own?.told, drawn?.told), tellParts(drawn?.told, own?.told)];
  return [tellDifference(`${what} differently`, { span: own?.span ?? null, text: here }, there)];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The parts in which an element differs from the other, in words: `head open, text "a"`. */
function tellParts(one: Told | undefined, other: Told | undefined): string {
  if (!one) return 'nothing';
  const isOther = !other || one.kind !== other.kind;
  const parts = Object.entries(one).filter(([key, value]) =>
    isOther ? key === 'kind' || (key === 'text' && value !== '') : !isSame(value, other[key]),
  );
  return parts.map(([key, value]) => (key === 'kind' ? String(value) : `${key} ${tellValue(value)}`)).join(', ');
}

function tellValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(tellValue).join(' and ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null || value === undefined || value === '' ? 'none' : quote(value);
}

/** The order can differ: Mermaid draws a participant that a message creates to the right of all others. */
function compareParticipants(before: readonly ChartLine[], after: readonly ChartLine[]): readonly Difference[] {
  const [one, other] = [before, after].map((lines) =>
    JSON.stringify(lines.map(({ told }) => JSON.stringify(told)).sort()),
  );
  const verb = one === other ? 'are ordered' : 'are drawn';
  return firstDifference(`participants ${verb}`, before, after);
}

const tellDifference = (
  message: string,
  { span, text }: { readonly span: Span | null; readonly text: string },
  after: string,
): Difference => ({ span, message, hint: `here: ${text}; in the flow: ${after}` });

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

const participantLines = ({ participants }: Chart): readonly ChartLine[] =>
  participants.map(({ label, shape, links }) => ({
    span: null,
    told: { kind: 'participant', label, shape, links: links.flat() },
  }));

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
    return { span: null, told: { kind: 'box', title, color: known, members } };
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
  return rows.map((row, index) => ({ span: row.span, told: describeRow(row, names, isOpen[index] ?? false) }));
}

/** Prints the keys in a fixed order. */
function describeRow(row: ChartRow, names: ReadonlyMap<string, string>, hasAnyColor: boolean): Told {
  const name = (id: string): string => names.get(id) ?? '';
  const { kind } = row;
  switch (row.kind) {
    case 'message': {
      const { text, activate, deactivate, notes, create } = row;
      const [from, to, destroy, number] = [name(row.from), name(row.to), name(row.destroy), row.number?.value];
      const { line, head } = row.arrow;
      return { kind, from, to, text, line, head, number, activate, deactivate, notes, create, destroy };
    }
    case 'note': {
      const { placement, text } = row;
      return { kind, placement, text, over: [name(row.from), name(row.to)].sort() };
    }
    case 'activation':
      return { kind, participant: name(row.participant), active: row.active };
    case 'highlight':
      return { kind, color: hasAnyColor ? null : plainColor(row.color) };
    case 'open':
      return { kind, type: row.type, text: unbroken(row.text) };
    case 'branch':
      return { kind, text: unbroken(row.text) };
    case 'close':
      return { kind };
  }
}

/** Labels of fragments are rewrapped, so that Mermaid doesn't hyphenate them. */
const unbroken = (text: string): string => text.replace(/\s+/g, '');

/** Labels that are not only rewrapped: a line ends inside of a word. */
function compareLabels(before: Chart, after: Chart): readonly Difference[] {
  return before.rows.flatMap((row, index) => {
    const [own, drawn] = [row, after.rows[index]].map((one) => (one && 'text' in one ? one.text : ''));
    const isLabel = (row.kind === 'open' || row.kind === 'branch') && unbroken(own ?? '') === unbroken(drawn ?? '');
    if (!isLabel || spaced(own ?? '') === spaced(drawn ?? '')) return [];
    return [
      tellDifference(
        'a word of this label is broken',
        { span: row.span, text: quote(own) },
        quote(spaced(drawn ?? '')),
      ),
    ];
  });
}

const quote = (value: unknown): string => JSON.stringify(value ?? '');
