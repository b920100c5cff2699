// Mermaid's own parser, in a worker: it needs a browser's globals, which nothing else in the process should see.
// Answers { id, head, code, title } with { id, result }, which are DiagramText, and MermaidDatabase or Refusal: see
// src/import/mermaid/database.ts.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const entry = import.meta.resolve(workerData.package);

// Without window.CSS Mermaid takes a colour for part of a box's title.
const names = new Set([...workerData.colorNames, 'transparent', 'currentcolor']);
const isColor = (text) => names.has(text.toLowerCase()) || /^(?:rgb|hsl)a?\s*\([^()]+\)$/i.test(text);
globalThis.window = { CSS: { supports: (_property, value) => isColor(value) } };

// DOMPurify needs a document to clean HTML; nothing here is drawn as HTML.
const purifyPath = createRequire(entry)
  .resolve('dompurify')
  .replace(/purify\.cjs\.js$/, 'purify.es.mjs');
const { default: purify } = await import(pathToFileURL(purifyPath).href);
purify.addHook = () => {};
purify.sanitize = String;

const { default: mermaid } = await import(entry);

// `details X: id` reads an element of the page. Mermaid tolerates a missing element, but not a missing page.
globalThis.document = { getElementById: () => null };

const { mermaidAPI } = mermaid;
await mermaid.parse('sequenceDiagram');
const { parser } = await mermaidAPI.getDiagramFromText('sequenceDiagram');
const trace = traceStatements(parser);

/**
 * Mermaid's database has no places. Its parser (by jison) has them while it reads: `performAction` reduces a statement and
 * gets the places of its parts, `apply` puts it into the database. A parser of another kind is left alone.
 */
function traceStatements(parser) {
  const places = new WeakMap();
  const trace = { statements: [], current: null };
  const { performAction, parse } = parser;
  if (typeof performAction !== 'function') return trace;

  parser.performAction = function (...args) {
    const result = performAction.apply(this, args);
    for (const statement of [this.$].flat()) {
      if (typeof statement?.type !== 'string' || places.has(statement)) continue;
      places.set(statement, placeOf(statement.type, this._$, args[6]));
    }
    return result;
  };

  parser.parse = function (text) {
    const db = this.yy;
    const { apply } = db;
    trace.statements = [];
    db.apply = (statement) => {
      if (Array.isArray(statement)) return apply(statement);
      trace.current = { kind: kindOf(statement), actor: nameOf(statement), place: places.get(statement) ?? null };
      const before = db.getMessages().length;
      apply(statement);
      const message = db.getMessages().length > before ? before : null;
      trace.statements.push({ ...trace.current, message });
    };
    return parse.call(this, text);
  };
  return trace;
}

/** A fragment's ends and branches are reduced together with everything inside, but they have their own tokens. */
const ownToken = {
  ...{ else: -3, and: -3, option: -3 },
  ...{ boxEnd: -1, loopEnd: -1, rectEnd: -1, optEnd: -1, altEnd: -1, parEnd: -1, criticalEnd: -1, breakEnd: -1 },
};

function placeOf(kind, whole, tokens) {
  const { first_line, first_column } = (kind in ownToken ? tokens.at(ownToken[kind]) : whole) ?? whole;
  return { line: first_line - 1, column: first_column };
}

// A message or a note mentions its participants as if it declared them.
const kindOf = ({ type, draw }) => (type === 'addParticipant' && draw === undefined ? 'mention' : type);
const nameOf = ({ actor }) => (typeof actor === 'string' ? actor : null);

async function read({ head, code, title }) {
  // Mermaid takes seconds for thousands of messages, so read the code only once.
  const { config } = await mermaid.parse(`${head}sequenceDiagram\n`);
  const { signalTextColor: messageColor = '' } = mermaidAPI.getConfig().themeVariables;
  trace.current = null;
  const { db } = await mermaidAPI.getDiagramFromText(code, title === '' ? {} : { title });
  return {
    refused: false,
    config: withoutDefaults(JSON.parse(JSON.stringify(config ?? {})), mermaidAPI.defaultConfig),
    messageColor,
    title: db.getDiagramTitle() ?? '',
    accTitle: db.getAccTitle() ?? '',
    accDescr: db.getAccDescription() ?? '',
    participants: [...db.getActors()].map(([id, { description, type, links, wrap }]) => ({
      id,
      label: description,
      type,
      links: Object.entries(links ?? {}),
      wrap: wrap === true,
    })),
    boxes: db.getBoxes().map(({ name, fill, actorKeys, wrap }) => ({
      title: name ?? '',
      color: fill,
      participants: actorKeys,
      wrap: wrap === true,
    })),
    messages: db.getMessages().map(readMessage),
    created: [...db.getCreatedActors()],
    destroyed: [...db.getDestroyedActors()],
    statements: trace.statements,
  };
}

// What repeats a default changes nothing. A theme does, even the default one: it is the same on dark pages.
function withoutDefaults(config, defaults) {
  const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  return Object.fromEntries(
    Object.entries(config).flatMap(([key, value]) => {
      if (key === 'theme' || key === 'themeVariables' || !isMap(defaults)) return [[key, value]];
      if (isMap(value)) return [[key, withoutDefaults(value, defaults[key])]];
      return Object.hasOwn(defaults, key) && defaults[key] === value ? [] : [[key, value]];
    }),
  );
}

function readMessage({ type, from, to, message, wrap, placement, centralConnection }) {
  return {
    type,
    from: from ?? '',
    to: to ?? '',
    text: typeof message === 'string' ? message : '',
    numbers: typeof message === 'object' ? message : null,
    wrap: wrap === true,
    placement: placement ?? null,
    isCentral: Boolean(centralConnection),
  };
}

// For a grammar mistake, `hash.line` is the line, from 0, of the end of the token that Mermaid can't read.
function explain(error) {
  const { hash } = error;
  const message = String(error.message ?? error);
  if (trace.current) return { refused: true, message, line: trace.current.place?.line ?? null };
  if (typeof hash?.line !== 'number') return { refused: true, message, line: null };
  return { refused: true, message, line: hash.line - (String(hash.text ?? '').match(/\n/g)?.length ?? 0) };
}

parentPort.on('message', async ({ id, ...diagram }) => {
  trace.current = null;
  try {
    parentPort.postMessage({ id, result: await read(diagram) });
  } catch (error) {
    parentPort.postMessage({ id, result: explain(error) });
  }
});
