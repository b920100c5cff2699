// Fills the marked blocks of the reference in docs/: files, as in the README, and tables of keys from the schemas.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fillReadme } from './readme.js';

const root = fileURLToPath(new URL('..', import.meta.url));
/** `<!-- keys: message.request, message.request.tls -->`: the keys there, and those of mappings inside it. */
const block = /(<!-- keys: ([^\n]*?) -->\n\n)(?:\|[^\n]*\n)*\n*/g;

/** The mapping at a path, which begins with `flow`, `configuration`, a kind of step or a key; `*` stands for any name. */
function mappingAt(path, schema) {
  const [first, ...rest] = path.split('.');
  const isWhole = first === 'flow' || first === 'configuration';
  const start = isWhole ? schema : (schema.definitions[first] ?? schema.properties[first]);
  const child = (node, key) => (key === '*' ? node?.additionalProperties : node?.properties?.[key]);
  const found = rest.reduce((node, key) => child(mappingIn(node), key), start);
  const mapping = mappingIn(found);
  if (!mapping?.properties) throw new Error(`the schema has no keys at ${path}`);
  return mapping;
}

/** The items of a list; among several forms, the one with keys. */
function mappingIn(node) {
  if (!node || node.properties || typeof node.additionalProperties === 'object') return node;
  return [node.items, ...(node.anyOf ?? [])]
    .filter(Boolean)
    .map(mappingIn)
    .find((inner) => inner?.properties);
}

function tableOf([base, ...inside], schema) {
  const rowsAt = (path) => {
    const { properties, required = [] } = mappingAt(path, schema);
    const before = path === base ? '' : `${path.slice(base.length + 1)}.`;
    return Object.entries(properties).map(([key, node]) => rowOf(before + key, node, required.includes(key)));
  };
  const rows = [base, ...inside].flatMap(rowsAt);
  return ['| Key | Meaning | Example |', '| --- | --- | --- |', ...rows].map((row) => `${row}\n`).join('');
}

function rowOf(key, { description, examples, enum: only, anyOf = [] }, isRequired) {
  const values = only ?? anyOf.find((option) => option.enum)?.enum ?? [];
  const choices = values.length > 1 ? ` One of ${values.map(code).join(', ')}.` : '';
  const example = examples?.[0] === undefined ? '' : code(flowStyle(examples[0]));
  const meaning = (isRequired ? 'Required. ' : '') + toMarkdown(description) + choices;
  return `| ${[code(key), meaning, example].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const code = (text) => `\`${text}\``;
const toMarkdown = (text) => text.replace(/</g, '&lt;').replace(/\$\{[^}]*\}/g, code);

/** Prints a value as YAML on one line. */
function flowStyle(value) {
  if (Array.isArray(value)) return `[${value.map(flowStyle).join(', ')}]`;
  if (typeof value === 'string') return isPlain(value) ? value : JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([key, item]) => `${flowStyle(key)}: ${flowStyle(item)}`);
  return `{ ${entries.join(', ')} }`;
}

const isPlain = (text) => /^[\w/][^,[\]{}#"'&*!|%@`]*$/.test(text) && !/: |:$|^[\d.]+$/.test(text);

/** `schema`: the JSON Schema that has the page's keys. */
export function fillDocs(text, schema) {
  return fillReadme(text).replace(block, (_, open, paths) => `${open}${tableOf(paths.split(', '), schema)}\n`);
}

/** The pages with tables of keys, and their schemas. */
export const reference = {
  'flow-file.md': 'flow.schema.json',
  'configuration.md': 'config.schema.json',
  'themes.md': 'config.schema.json',
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [page, name] of Object.entries(reference)) {
    const path = `${root}docs/${page}`;
    const schema = JSON.parse(readFileSync(`${root}schema/${name}`, 'utf8'));
    writeFileSync(path, fillDocs(readFileSync(path, 'utf8'), schema));
  }
}
