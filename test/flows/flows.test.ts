/** Every shipped flow in every text format: out/ is its golden, and golden/ has the reference's text diagram in the full style. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { flowIds, loadFlow } from './load.js';
import { renderFlow } from '../../src/render.js';

const root = new URL('../../', import.meta.url);
/** The flow as its text diagram comes out without any `ascii:` wording. */
function withoutWording(text: string): string {
  return text.replace(/^ascii:\n(?: .*\n)+/m, '').replace(/^ +ascii:.*\n(?: {6,}(?:text|note): .*\n)*/gm, '');
}

describe.each(flowIds)('%s', (id) => {
  const flow = loadFlow(id);

  it.each(renderFlow(flow).artifacts.map((artifact) => [artifact.path, artifact.content] as const))(
    'renders to out/%s',
    async (path, content) => expect(content).toMatchFileSnapshot(new URL(`out/${path}`, root).pathname),
  );

});

it('draws the reference complete in the full style, without other words', async () => {
    const id = 'client-credentials';
    const path = `flows/${id}.yaml`;
    const text = withoutWording(readFileSync(new URL(path, root), 'utf8'));
    const plain = compileFlow({ path, text }).flow;
    if (!plain) throw new Error('the flow without wording does not compile');
    const [full, ascii] = (['unicode', 'ascii'] as const).map(
      (charset) => renderFlow(plain, { formats: ['text'], charset }).artifacts[0]?.content ?? '',
    );
    await expect(full).toMatchFileSnapshot(new URL(`test/flows/golden/${id}.full.txt`, root).pathname);
    await expect(ascii).toMatchFileSnapshot(new URL(`test/flows/golden/${id}.ascii.txt`, root).pathname);
});
