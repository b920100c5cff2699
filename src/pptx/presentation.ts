/** Writes the presentation's own part: its slides and its sections. */
import type { Base } from './base.js';
import type { PlannedSection } from './pages.js';
import { namespaces } from './package/index.js';
import { el, legal, xmlFile } from './xml/index.js';

/** The first that a slide may have. */
const FIRST_SLIDE = 256;

export function presentationFile(base: Base, sections: readonly PlannedSection[], ids: readonly string[]): string {
  const { attributes, before, behind } = base.presentation;
  const slides = ids.map((id, index) => el('p:sldId', { id: FIRST_SLIDE + index, 'r:id': id }));
  return xmlFile(
    el(
      'p:presentation',
      { ...namespaces, ...attributes },
      before,
      slides.length === 0 ? '' : el('p:sldIdLst', {}, ...slides),
      behind,
      printSections(sections),
    ),
  );
}

const SECTIONS = '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}';

function printSections(sections: readonly PlannedSection[]): string {
  if (sections.every(({ name }) => name === '')) return '';
  let next = FIRST_SLIDE;
  const printed = sections.map(({ name, pages }, index) =>
    el(
      'p14:section',
      { name: legal(name).trim() || '…', id: guidOf(`${index} ${name}`) },
      el('p14:sldIdLst', {}, ...pages.map(() => el('p14:sldId', { id: next++ }))),
    ),
  );
  const p14 = 'http://schemas.microsoft.com/office/powerpoint/2010/main';
  return el('p:extLst', {}, el('p:ext', { uri: SECTIONS }, el('p14:sectionLst', { 'xmlns:p14': p14 }, ...printed)));
}

/** The same for the same name; in capitals, as the schema asks. */
function guidOf(name: string): string {
  const digits = [0, 1, 2, 3]
    .map((seed) => hashOf(name, seed).toString(16).padStart(8, '0'))
    .join('')
    .toUpperCase();
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`];
  return `{${[...parts, digits.slice(20)].join('-')}}`;
}

/** FNV-1a, 32 bits. */
function hashOf(words: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < words.length; index++) {
    hash ^= words.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  // So that names of few letters differ in all digits.
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
