/** What the import asks of a notation: a toy, with one message a line, is found, read and proven like Mermaid. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChartRow } from '../../src/import/chart.js';
import { lineSpan } from '../../src/import/passage.js';
import { importDiagrams } from '../../src/import/import-diagrams.js';
import { diagramEndings, isDiagram, isDiagramFile, openReaders } from '../../src/import/index.js';
import { splitLines } from '../../src/import/lines.js';
import type { Reader } from '../../src/import/reader.js';
import { parseMermaid, printMermaid, tell } from './round-trip.js';

const statement = /^(\w+) -> (\w+): (.*)$/;

const toy: Reader = {
  name: 'Toy',
  endings: ['.toy'],
  words: ['toy'],
  keyword: 'A -> B:',
  isDiagram: (text) => statement.test(text.trimStart().split('\n', 1)[0] ?? ''),
  kindOf: () => 'toy',
  lossCode: 'toy-import',
  read(diagram, tellLoss) {
    const begin = lineSpan(diagram, 0);
    if (diagram.text.includes('!'))
      return Promise.resolve({ code: 'toy-syntax', severity: 'error', message: 'no toy', span: begin });
    const rows = splitLines(diagram.text).flatMap(({ text, start }): readonly ChartRow[] => {
      const span = lineSpan(diagram, start);
      const [, from = '', to = '', words = ''] = statement.exec(text) ?? [];
      if (text !== '' && from === '') tellLoss('this line is left out', span);
      const rest = { number: null, activate: false, deactivate: false, notes: [], create: false, destroy: '' };
      // In another order than Mermaid's reader.
      const arrow = { head: 'filled', line: 'solid' } as const;
      return from === '' ? [] : [{ ...rest, arrow, text: words, to, from, kind: 'message', span }];
    });
    const names = new Set(rows.flatMap((row) => (row.kind === 'message' ? [row.from, row.to] : [])));
    const participants = [...names].map((id) => {
      return { links: [], shape: 'participant', label: id, id, box: null, declaredAt: [] } as const;
    });
    const chart = { drawnTitle: '', title: '', summary: '', participants, boxes: [], rows };
    return Promise.resolve({ chart, begin, comments: [], theme: null, darkContrast: null, notices: [] });
  },
};

describe('a notation of its own', () => {
  const { readers, redraw } = openReaders({ parseMermaid, printMermaid });
  const importText = (path: string, text: string) =>
    importDiagrams({ path, text }, { readers: [...readers, toy], redraw });

  it('is read from a file, and nothing is lost', async () => {
    const { flows, diagnostics } = await importText('sign-in.toy', 'User -> App: Sign in: ${X}\nApp -> App: think\n');
    expect(diagnostics).toEqual([]);
    expect(flows.map(({ name, report, messages, frame }) => ({ name, report, messages, frame }))).toEqual([
      { name: 'sign-in', report: [], messages: 2, frame: null },
    ]);
    expect(flows[0]?.text).toContain('  - User -> App: "Sign in: $${X}"\n');
  });

  it('is found in a page, beside Mermaid and tags, by its own word', async () => {
    const toys = ['```toy\nA -> B: x\n```', '<pre class="toy">\nA -> B: x\n</pre>', '::: toy\nA -> B: x\n:::'];
    const page = ['# A page', ...toys, '```mermaid\nsequenceDiagram\nA->>B: x\n```', '```seq\nA -> B: x\n```'].join(
      '\n\n',
    );
    const { flows } = await importText('a.md', page);
    expect(flows.map(({ frame }) => frame?.open)).toEqual(['```toy', undefined, '::: toy', '```mermaid']);
    expect(flows.map(({ report }) => report)).toEqual([[], [], [], []]);
  });

  it('tells its losses and mistakes under its own codes', async () => {
    const lossy = await importText('a.toy', 'A -> B: x\nnonsense\n');
    expect(lossy.flows[0]?.report.map((loss) => `${tell(loss)} ${loss.code}`)).toEqual([
      '2: this line is left out toy-import',
    ]);
    expect((await importText('a.toy', 'A -> B: x!\n')).diagnostics.map(({ code }) => code)).toEqual(['toy-syntax']);
  });
});

it('tells by the ending and by the text what may hold diagrams', () => {
  expect(diagramEndings).toContain('.mmd');
  expect(['a.MMD', 'docs/a.md', 'a.adoc', 'a.yaml', 'md'].map(isDiagramFile)).toEqual([true, true, true, false, false]);
  const bare = 'sequenceDiagram\nA->>B: x\n';
  expect(isDiagram(`---\r\ntitle: A\r\n---\r\n%%{init:\r\n{}}%%\r\n${bare}`)).toBe(true);
  expect(isDiagram(`id: a\ntitle: ${bare}`)).toBe(false);
});

it('leaves the notations to the list of readers: nothing else in the room knows one', () => {
  const room = new URL('../../src/import/', import.meta.url);
  const files = readdirSync(room).filter((name) => name.endsWith('.ts'));
  const knowing = files.filter((name) => /from '\.\/[\w-]+\//.test(readFileSync(new URL(name, room), 'utf8')));
  expect(knowing).toEqual(['index.ts', 'readers.ts']);
});
