/** Explains YAML syntax errors to authors. */
import { lineText, positionAt } from '../source/index.js';
import type { Diagnostic, Source, Span } from '../source/index.js';
import { explanations } from './yaml-explanations.js';

/** An error of the yaml package. */
interface YamlError {
  readonly code: string;
  readonly message: string;
  /** Offsets, end exclusive. */
  readonly pos: readonly [number, number];
}

/** `quote`: where a quoted text begins that is never closed. */
export function explainYamlError(source: Source, error: YamlError, quote: number | null): Diagnostic {
  const start = quote ?? messageInBracket(source, error) ?? error.pos[0];
  const end = quote === null ? Math.max(error.pos[1], start + 1) : start + 1;
  const { line: number, column } = positionAt(source, start);
  const line = lineText(source, number);
  const above = number === 1 ? '' : lineText(source, number - 1);
  const row = explanations.find(
    (candidate) =>
      candidate.codes.includes(error.code) &&
      (candidate.says?.test(error.message) ?? true) &&
      (candidate.line?.test(line) ?? true) &&
      (candidate.before?.test(line.slice(0, column - 1)) ?? true) &&
      (candidate.above?.test(above) ?? true),
  );
  const span = row?.on ? wordBeside(source, start, row.on) : { source, start, end: Math.min(end, source.text.length) };
  const found = { code: 'yaml-syntax', severity: 'error', message: row?.message ?? error.message, span } as const;
  const hint = typeof row?.hint === 'function' ? row.hint(line, above) : row?.hint;
  const fixed = row?.fixed?.(line) ?? null;
  return fixed === null ? { ...found, hint } : { ...found, ...lineFix(source, start, fixed, hint ?? '') };
}

/** Where a message from nowhere begins that YAML takes for a list, which it misses the end of; null for another error. */
function messageInBracket(source: Source, { message, pos }: YamlError): number | null {
  if (!message.includes('Flow sequence')) return null;
  const messages = [...source.text.slice(0, pos[0]).matchAll(/(?<=^ *- )\[\s*-{1,2}>.*$/gm)];
  const last = messages.findLast(([text]) => !text.includes(']'));
  return last?.index ?? null;
}

/** Replaces the whole line. */
function lineFix(
  source: Source,
  offset: number,
  fixed: string,
  hint: string,
): Pick<Diagnostic, 'span' | 'hint' | 'fixes'> {
  const start = source.text.lastIndexOf('\n', offset - 1) + 1;
  const next = source.text.indexOf('\n', offset);
  const end = next === -1 ? source.text.length : next;
  const line = source.text.slice(start, end).replace(/\r$/, '');
  const edit =
    fixed === '' ? { start, end: Math.min(end + 1, source.text.length) } : { start, end: start + line.length };
  const at = start + line.length - line.trimStart().length + 2;
  return {
    span: { source, start: at, end: start + line.trimEnd().length },
    hint: fixed === '' ? hint : `${hint}: ${fixed.trim()}`,
    fixes: [
      {
        title: fixed === '' ? 'remove it' : `write ${JSON.stringify(fixed.trim())}`,
        edits: [{ span: { source, ...edit }, text: fixed }],
        isSafe: true,
      },
    ],
  };
}

/** The first word on the line below or above. */
function wordBeside(source: Source, from: number, side: 'next' | 'above'): Span {
  const word = side === 'next' ? /\S+/g : /[^\s-][^\s:]*/g;
  const lineStart = source.text.lastIndexOf('\n', from - 1);
  word.lastIndex =
    (side === 'next' ? source.text.indexOf('\n', from) : source.text.lastIndexOf('\n', lineStart - 1)) + 1;
  const start = word.exec(source.text)?.index ?? from;
  return { source, start, end: Math.max(word.lastIndex, start) };
}
