// Writes the licence texts of bundled packages, as the licences require, into THIRD-PARTY-NOTICES.
import { readFileSync, readdirSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** The packages with code in the bundle, by name. */
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
    // Old packages have `licenses`.
    licence: license ?? licenses?.map(({ type }) => type).join(' OR ') ?? null,
    author: author?.name ?? author ?? null,
    texts,
  };
}

/** Data of others in src/, which no package brings. */
export function bundledData() {
  const { version, commit, licence, copyright } = JSON.parse(
    readFileSync(new URL('src/secrets/gitleaks.json', root), 'utf8'),
  );
  return [
    {
      name: 'gitleaks (its rules)',
      version: `${version} (${commit})`,
      licence,
      author: null,
      texts: [mitLicence(copyright)],
    },
  ];
}

/** Our own licence is MIT, too. */
const mitLicence = (copyright) =>
  readFileSync(new URL('LICENSE', root), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim()
    .replace(/^Copyright .*$/m, copyright);

/** Licences that allow bundling, provided that their texts are included. */
const permitted = new Set(['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

/** Reports packages whose licence does not allow bundling, one line each. */
export const refusedLicences = (packages) =>
  packages
    .filter(({ licence }) => !permitted.has(licence))
    .map(
      ({ name, version, licence }) => `${name} ${version} can't be bundled: its licence is ${licence ?? 'not given'}`,
    );

/** Throws if the text of a licence is missing. */
export function printNotices(packages) {
  const sections = packages.map(
    (each) => `${each.name} ${each.version}\nLicence: ${each.licence}\n\n${licenceText(each)}`,
  );
  return [
    `authflow contains the code or the data of ${packages.length} packages. Each is listed with its licence.`,
    ...sections,
    '',
  ].join(`\n\n${'-'.repeat(80)}\n\n`);
}

function licenceText({ name, version, licence, author, texts }) {
  if (texts.length > 0) return texts.join('\n\n');
  if (licence !== 'MIT' || !author) {
    throw new Error(`${name} ${version} has no licence file: add the text of ${licence} in build/notices.js`);
  }
  return `(The package has no licence file. This is the text of the licence that its package.json names, with its author.)\n\n${mitLicence(`Copyright (c) ${author}`)}`;
}
