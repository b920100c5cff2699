// Mermaid's own parser, in a worker: Mermaid wants a browser's globals, which no other test should see.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const entry = import.meta.resolve(workerData.package);

// Without window.CSS Mermaid takes colours for part of a box's title.
const color = /^(?:[a-z]+|(?:rgb|hsl)a?\([\d\s.,%]+\))$/;
globalThis.window = { CSS: { supports: (_property, value) => color.test(value) } };

// DOMPurify needs a document. What it does to a text, as far as a label that is no markup can tell: nothing without a `<`;
// else tags go, and what is left is written as HTML.
const purifyPath = createRequire(entry)
  .resolve('dompurify')
  .replace(/purify\.cjs\.js$/, 'purify.es.mjs');
const { default: purify } = await import(pathToFileURL(purifyPath).href);
purify.addHook = () => {};
purify.sanitize = (text) =>
  text.includes('<')
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('\u00a0', '&nbsp;')
        .replace(/<(?!br\/?>)[a-z/!][^>]*>?/gi, '')
    : text;

const { default: mermaid } = await import(entry);

const plain = (actors) => (actors instanceof Map ? [...actors] : Object.entries(actors));

async function parse(text) {
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  return {
    config: mermaid.mermaidAPI.getConfig().themeVariables.actorBkg,
    title: db.getDiagramTitle(),
    accTitle: db.getAccTitle(),
    accDescr: db.getAccDescription(),
    actors: plain(db.getActors()).map(([id, { description, type, links, box }]) => ({
      id,
      description,
      type,
      links: Object.entries(links ?? {}),
      box: box?.name ?? null,
    })),
    boxes: db.getBoxes().map(({ name, fill }) => ({ name, fill })),
    messages: db
      .getMessages()
      .map(({ type, from, to, message }) => ({ type, from, to, message: message?.text ?? message })),
  };
}

parentPort.on('message', async (text) => {
  try {
    parentPort.postMessage({ diagram: await parse(text) });
  } catch (error) {
    parentPort.postMessage({ error: String(error?.message ?? error) });
  }
});
