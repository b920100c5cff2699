/** What a speaker says to a slide. */
import { namespaces } from '../package/index.js';
import { notesName, treeStart } from '../own/index.js';
import { el, xmlFile } from '../xml/index.js';
import { printParagraphs } from './slide-parts.js';

export function notesFile(notes: readonly string[], lang: string): string {
  return xmlFile(
    el(
      'p:notes',
      namespaces,
      el(
        'p:cSld',
        {},
        el(
          'p:spTree',
          {},
          treeStart,
          el(
            'p:sp',
            {},
            notesName(2, 'Slide Image Placeholder 1', { noGrp: 1, noRot: 1, noChangeAspect: 1 }, { type: 'sldImg' }),
            el('p:spPr'),
          ),
          el(
            'p:sp',
            {},
            notesName(3, 'Notes Placeholder 2', { noGrp: 1 }, { type: 'body', idx: 1 }),
            el('p:spPr'),
            el(
              'p:txBody',
              {},
              el('a:bodyPr'),
              el('a:lstStyle'),
              printParagraphs({ paragraphs: notes, size: null, lang }),
            ),
          ),
        ),
      ),
      el('p:clrMapOvr', {}, el('a:masterClrMapping')),
    ),
  );
}
