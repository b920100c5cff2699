import { readdirSync, readFileSync } from 'node:fs';
import { asciidocPage } from '../../src/page/asciidoc/asciidoc-page.js';
import type { AsciidocPart } from '../../src/page/asciidoc/asciidoc-page.js';
import { markdownDialect } from '../../src/page/markdown/markdown-dialect.js';
import { pageView } from '../../src/page/page.js';
import type { Flow } from '../../src/model/flow.js';
import { makeTemplates } from '../../src/template/compiler/engine.js';
import { english } from '../builders/english.js';

const templates = makeTemplates(
  Object.fromEntries(
    ['page', 'asciidoc'].flatMap((name) => {
      const folder = new URL(`../../templates/${name}/`, import.meta.url);
      return readdirSync(folder).map((file) => [`${name}/${file}`, readFileSync(new URL(file, folder), 'utf8')]);
    }),
  ),
  english,
);

export const diagrams = { say: english.say, mermaid: 'sequenceDiagram\n    C->>AS: POST /token\n', text: 'C ──> AS\n' };

export const printPage = (flow: Flow): string =>
  templates.render('page/page', pageView(flow, diagrams, markdownDialect));

/** A document of its own, if nobody asks for less. */
export function printAsciidoc(flow: Flow, part: Partial<AsciidocPart> = {}): string {
  const view = asciidocPage(flow, diagrams, { depth: 0, section: null, mermaid: 'source', ...part });
  if (!view) throw new Error(`no section ${part.section}`);
  return templates.render(`asciidoc/${view.kind}`, view);
}
