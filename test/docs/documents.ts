/** Documents for tests, and flows that they cite. */
import { readFileSync } from 'node:fs';
import { compileFlow } from '../../src/compile.js';
import type { CiteFlow, EmbeddedDocument } from '../../src/docs/embed-flows.js';
import { embedFlows } from '../../src/docs/embed-flows.js';
import { renderFlow } from '../../src/render.js';
import type { TextFormat as Format } from '../../src/render.js';

const root = new URL('../../', import.meta.url);

/** Makes a value once for each key. */
function memory<T>(): (key: string, make: () => T) => T {
  const made = new Map<string, { readonly value: T }>();
  return (key, make) => {
    const { value } = made.get(key) ?? { value: make() };
    made.set(key, { value });
    return value;
  };
}

const compiled = memory<ReturnType<typeof compileFlow>>();
const printed = memory<string | null>();

/** Cites files by their path in this repository, with two pictures each. */
export const cite: CiteFlow = ({ source: name, set, theme, charset, width, type }, report) => {
  const source = { path: name, text: readFileSync(new URL(name, root), 'utf8') };
  const key = JSON.stringify([name, set]);
  const { flow, diagnostics } = compiled(key, () => compileFlow(source, { set }));
  diagnostics.forEach(report);
  if (!flow) return null;
  const options = {
    ...(charset !== null && { charset }),
    ...(theme !== null && { theme: theme.first }),
    ...(width !== null && { width }),
  };
  const text = (format: Format) =>
    printed(
      JSON.stringify([key, format, options]),
      () => renderFlow(flow, { ...options, formats: [format] }).artifacts[0]?.content ?? null,
    );
  return {
    flow,
    path: name,
    text: (format) => (format === 'yaml' ? source.text : text(format)),
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
