// What the licences of the bundled packages ask for: their texts, in THIRD-PARTY-NOTICES.
import { readFileSync, readdirSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** The packages of which esbuild has put code into the bundle, by name. */
export function bundledPackages({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)]
    .map(readPackage)
    .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

const compare = (a, b) => (a < b ? -1 : Number(a > b));

function readPackage(folder) {
  const at = new URL(`${folder}/`, root);
  const { name, version, license, licenses, author } = JSON.parse(readFileSync(new URL('package.json', at), 'utf8'));
  const texts = readdirSync(at)
    .filter((file) => /^(?:licen[cs]e|copying|notice|authors)/i.test(file))
    .sort()
    .map((file) => readFileSync(new URL(file, at), 'utf8').replaceAll('\r\n', '\n').trim());
  return {
    name,
    version,
    // `licenses` is how old packages spell it.
    licence: license ?? licenses?.map(({ type }) => type).join(' OR ') ?? null,
    author: author?.name ?? author ?? null,
    texts,
  };
}

/** Licences that let a bundle carry the code as long as their texts come with it. */
const permitted = new Set(['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

/** What stands against bundling these packages: a line for each that a person must look at. */
export const refusedLicences = (packages) =>
  packages
    .filter(({ licence }) => !permitted.has(licence))
    .map(
      ({ name, version, licence }) => `${name} ${version} can't be bundled: its licence is ${licence ?? 'not given'}`,
    );

/** Throws where the text of a licence is to be had nowhere. */
export function printNotices(packages) {
  const sections = packages.map(
    (each) => `${each.name} ${each.version}\nLicence: ${each.licence}\n\n${licenceText(each)}`,
  );
  return [
    `authflow carries the code of ${packages.length} packages. Each is listed with its licence.`,
    ...sections,
    '',
  ].join(`\n\n${'-'.repeat(80)}\n\n`);
}

function licenceText({ name, version, licence, author, texts }) {
  if (texts.length > 0) return texts.join('\n\n');
  if (licence !== 'MIT' || !author) {
    throw new Error(`${name} ${version} has no licence file: add the text of ${licence} in build/notices.js`);
  }
  // Our own licence is MIT too.
  const text = readFileSync(new URL('LICENSE', root), 'utf8').replaceAll('\r\n', '\n').trim();
  const itsText = text.replace(/^Copyright .*$/m, `Copyright (c) ${author}`);
  return `(The package has no licence file. This is the text of the licence that its package.json names, with its author.)\n\n${itsText}`;
}
