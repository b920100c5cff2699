/** Documents for tests, and flows that they cite. */
import { readFileSync } from 'node:fs';
import { compileFlow, renderFlow } from '../../src/compile.js';
import type { CiteFlow, EmbeddedDocument } from '../../src/docs/embed-flows.js';
import { embedFlows } from '../../src/docs/embed-flows.js';

const root = new URL('../../', import.meta.url);

/** Cites files by their path in this repository, with two pictures each. */
export const cite: CiteFlow = ({ source: name, set, theme, type }, report) => {
  const source = { path: name, text: readFileSync(new URL(name, root), 'utf8') };
  const { flow, diagnostics } = compileFlow(source, { set });
  diagnostics.forEach(report);
  if (!flow) return null;
  return {
    flow,
    path: name,
    text: (format) =>
      format === 'yaml'
        ? source.text
        : (renderFlow(flow, { formats: [format], ...(theme !== null && { theme }) }).artifacts[0]?.content ?? null),
    pictures: { light: `../out/${flow.id}.${type}`, dark: `../out/${flow.id}.dark.${type}` },
  };
};

export const embed = (text: string, path = 'docs/page.md'): Promise<EmbeddedDocument> =>
  embedFlows({ path, text }, cite);

/** What is embedded, or an error that shows what stands in the way. */
export async function embedded(text: string, path?: string): Promise<string> {
  const result = await embed(text, path);
  if (result.text === null) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.text;
}

export const REFERENCE = 'flows/client-credentials.yaml';
