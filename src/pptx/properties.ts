/** What a deck says of itself, without dates. */
import type { PptxDeck } from './deck.js';
import { contentTypes } from './package/index.js';
import type { Part } from './package/index.js';
import { el, text, xmlFile } from './xml/index.js';

export function propertyParts({ title, lang }: Pick<PptxDeck, 'title' | 'lang'>): readonly (readonly [string, Part])[] {
  const core = el(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    el('dc:title', {}, text(title)),
    lang === '' ? '' : el('dc:language', {}, text(lang)),
  );
  const app = el(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    el('Application', {}, 'authflow'),
  );
  return [
    ['docProps/core.xml', { content: xmlFile(core), type: contentTypes.core, relationships: [] }],
    ['docProps/app.xml', { content: xmlFile(app), type: contentTypes.app, relationships: [] }],
  ];
}
