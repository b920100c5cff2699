/** Diagrams in the styles met in the wild: their flow files are in golden/, and what is lost of each in golden/report.txt. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { positionAt } from '../../src/source/source.js';
import { importText, tell } from './round-trip.js';
import { renderFlow } from '../../src/render.js';

const folder = new URL('fixtures/', import.meta.url);
const names = readdirSync(folder).sort();
const imported = new Map<string, ReturnType<typeof importText>>();

function read(name: string): ReturnType<typeof importText> {
  const result = imported.get(name) ?? importText(name, readFileSync(new URL(name, folder), 'utf8'));
  imported.set(name, result);
  return result;
}

describe('a fixture becomes the flow file that is its golden, and can be drawn as text', () => {
  it.each(names)('%s', async (name) => {
    const { flows } = await read(name);
    await expect(flows.map(({ text }) => text).join('---\n')).toMatchFileSnapshot(`golden/${name}.yaml`);
    for (const { name: id, text } of flows) {
      const { flow } = compileFlow({ path: `${id}.yaml`, text });
      const { artifacts } = flow ? renderFlow(flow, { formats: ['text'] }) : { artifacts: [] };
      expect(artifacts.map(({ path }) => path)).toEqual([`${id}.txt`]);
    }
  });
});

it('reports what is lost', async () => {
  const lines: string[] = [];
  const counts = { lossless: 0, 'with a report': 0, refused: 0 };
  for (const name of names) {
    const { flows, diagnostics } = await read(name);
    for (const { name: id, span, messages, report, notices } of flows) {
      const kind = report.length === 0 ? 'lossless' : 'with a report';
      counts[kind] += 1;
      const { line } = positionAt(span.source, span.start);
      const told = [...report, ...notices].map((loss) => `    ${tell(loss)}`);
      lines.push(`${name}:${line} ${id}: ${messages} messages, ${kind}`, ...told);
    }
    counts.refused += diagnostics.length;
    lines.push(...diagnostics.map((mistake) => `${name} refused\n    ${tell(mistake)}`));
  }
  const sum = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  await expect(`${sum.join(', ')}\n\n${lines.join('\n')}\n`).toMatchFileSnapshot('golden/report.txt');
});
