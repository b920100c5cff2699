/** The file of a baseline: one line per entry, sorted, so that branches merge. */
import { severityNames } from '../../source/index.js';
import type { Diagnostic, Source, Span } from '../../source/index.js';
import { keyOf } from './entries.js';
import type { Counts, Entry } from './entries.js';

const HEADER =
  '# Findings that authflow lint accepts for now: flow, rule, severity, step, finding, and how many if several. Written by --update-baseline.';

/** An entry with its place in the file. */
export interface Listed {
  readonly entry: Entry;
  readonly number: number;
  readonly span: Span;
}

export interface ParsedBaseline {
  /** By the key of their entry. */
  readonly listed: ReadonlyMap<string, Listed>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Of lines for one entry, which a merge may leave, the highest number counts. Of lines that are none of a baseline, the first one
 * is reported: it may be another file.
 */
export function parseBaseline(source: Source): ParsedBaseline {
  const listed = new Map<string, Listed>();
  const unread: Span[] = [];
  for (const { 0: line, index: start } of source.text.matchAll(/[^\r\n]+/g)) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const read = parseLine(line);
    if (!read) {
      unread.push({ source, start, end: start + line.length });
      continue;
    }
    const span = { source, start, end: start + `${read.entry.flow} ${read.entry.rule}`.length };
    const key = keyOf(read.entry);
    if (read.number > (listed.get(key)?.number ?? 0)) listed.set(key, { ...read, span });
  }
  const [marks, others] = [unread.filter(isMark), unread.filter((span) => !isMark(span))];
  return { listed, diagnostics: [...marks.map(conflictMark), ...others.slice(0, 1).map(unreadableLine)] };
}

const severities = Object.values(severityNames).join('|');
const QUOTED = String.raw`"(?:[^"\\]|\\.)*"`;
const LINE = new RegExp(
  String.raw`^([a-z0-9-]+) (SEC\d+) (${severities}) (${QUOTED}) (${QUOTED})(?: ([1-9]\d{0,5}))?\s*$`,
);

function parseLine(line: string): Omit<Listed, 'span'> | null {
  const [, flow = '', rule = '', severity = '', step = '', message = '', number = '1'] = LINE.exec(line) ?? [];
  try {
    const entry = { flow, rule, severity, step: JSON.parse(step) as string, message: JSON.parse(message) as string };
    return { entry, number: Number(number) };
  } catch {
    return null;
  }
}

const isMark = ({ source, start, end }: Span): boolean =>
  /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(source.text.slice(start, end));

const conflictMark = (span: Span): Diagnostic => ({
  code: 'readable-baselines',
  severity: 'error',
  message: 'this is a mark of a merge conflict',
  span,
  hint: 'keep the lines of both sides and remove the marks; --update-baseline then removes what is too much',
});

const unreadableLine = (span: Span): Diagnostic => ({
  code: 'readable-baselines',
  severity: 'error',
  message: 'this line does not belong in a baseline',
  span,
  hint: 'lines are like: login SEC006 error "B -> AS: GET /authorize" "the finding"',
});

export function printBaseline(counts: Counts): string {
  const lines = [...counts.values()].map(({ entry: { flow, rule, severity, step, message }, number }) =>
    [flow, rule, severity, quote(step), quote(message), ...(number > 1 ? [number] : [])].join(' '),
  );
  return [HEADER, ...lines.sort(), ''].join('\n');
}

/** Characters that are no ink can change how an editor or a pager shows the line. */
const quote = (text: string): string =>
  JSON.stringify(text).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
