import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import { positionAt } from '../../src/source/source.js';
import type { Source, Span } from '../../src/source/source.js';
import { checkTemplates } from '../../src/template/compiler/check-templates.js';
import { packagedSources, shapes, words } from './demo.js';

const folder = new URL('refused/', import.meta.url);
const ends = '-- messages --\n';

/** A file holds templates, each under `-- its path --`, and below `-- messages --` what is said of them. */
test.each(readdirSync(folder))('%s', async (name) => {
  const file = readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n');
  const templates = file.slice(0, file.indexOf(ends));
  const diagnostics = checkTemplates(packagedSources, readSources(templates), shapes, words);
  await expect(templates + ends + diagnostics.map(print).join('')).toMatchFileSnapshot(`refused/${name}`);
});

function readSources(text: string): readonly Source[] {
  const [, ...pieces] = text.split(/^-- (.+) --\n/m);
  return pieces.flatMap((path, index) => (index % 2 === 0 ? [{ path, text: pieces[index + 1] ?? '' }] : []));
}

function print({ code, severity, message, span, hint, related = [] }: Diagnostic): string {
  const { source, start, end } = span!;
  const lines = [
    `${place(span!)}: ${severity}: ${message} [${code}]`,
    `  at: ${source.text.slice(start, end)}`,
    `  hint: ${hint ?? ''}`,
    ...related.map((other) => `  ${place(other.span)}: ${other.message}`),
  ];
  return lines.map((line) => line.trimEnd() + '\n').join('');
}

function place({ source, start }: Span): string {
  const { line, column } = positionAt(source, start);
  return `${source.path}:${line}:${column}`;
}
