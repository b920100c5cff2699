/** What the case files can't show: a project without Mermaid. */
import { expect, it } from 'vitest';
import { openMermaidParser } from '../../src/cli/world/mermaid-parser.js';
import { tempWorld } from './temp-world.js';

it('says what to install where there is no Mermaid', async () => {
  const world = tempWorld({ openMermaidParser: () => Promise.resolve(openMermaidParser('mermaid-that-is-not-there')) });
  world.write('a.mmd', 'sequenceDiagram\n  A->>B: x\n');
  world.write('b.yaml', 'id: b\ntitle: B\nparticipants: { A: A }\nsteps: [{ "A -> A": x }]\n');
  const { code, stdout, stderr } = await world.run('show', 'a.mmd', 'b.yaml');
  expect(code).toBe(3);
  expect(stdout).toContain('A');
  expect(stderr).toContain('a.mmd: error: Mermaid diagrams are read by the package mermaid, which is not installed');
  expect(stderr).toContain('run: npm install -D mermaid');
});
