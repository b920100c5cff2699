/** The lint finds planted faults, so that it would find real ones. */
import { describe, expect, it, test } from 'vitest';
import { writePptx } from '../../src/pptx/index.js';
import { loadFlow } from '../flows/load.js';
import { deckOf } from './decks.js';
import { filesIn, lintPptx } from './lint-pptx.js';

const good = filesIn(writePptx(deckOf(loadFlow('mcp-authorization'), { build: true })));
const slide = 'ppt/slides/slide3.xml';

/** A deck with one part changed. */
const changed =
  (part: string, from: string | RegExp, to: string) =>
  (files: Map<string, string>): void => {
    const written = files.get(part)!;
    expect(written.search(from), `${part} has ${String(from)}`).toBeGreaterThanOrEqual(0);
    files.set(part, written.replace(from, to));
  };

const faults: Readonly<Record<string, readonly [plant: (files: Map<string, string>) => void, found: RegExp]>> = {
  'an effect for no shape': [changed(slide, /spTgt spid="\d+"/, 'spTgt spid="9999"'), /moves, and is none/],
  'a build for no shape': [changed(slide, /bldP spid="\d+"/, 'bldP spid="9999"'), /shape 9999/],
  'a shape that is not built': [changed(slide, /<p:bldP [^>]*\/>/, ''), /not built as it appears/],
  'a click of nothing': [changed(slide, 'nodeType="clickEffect"', 'nodeType="withEffect"'), /click 1 has/],
  'two times': [changed(slide, '<p:cTn id="3"', '<p:cTn id="2"'), /two times 2/],
  'glue to no shape': [changed(slide, /stCxn id="\d+"/, 'stCxn id="9999"'), /glued to no shape/],
  'a site out of range': [changed(slide, /(endCxn id="\d+") idx="\d+"/, '$1 idx="99"'), /site that its shape lacks/],
  'an end beside its site': [changed(slide, /(<p:cxnSp>.*?stCxn.*?<a:off x=")/, '$11'), /EMU from its site/],
  'two shapes with one id': [changed(slide, '<p:cNvPr id="4"', '<p:cNvPr id="3"'), /two shapes 3/],
  'no title': [changed(slide, /<a:t>[^<]*<\/a:t>/, '<a:t> </a:t>'), /no title/],
  'no placeholder of a title': [changed(slide, '<p:ph type="title"/>', '<p:ph type="body"/>'), /no title/],
  'two equal titles': [
    (files) => {
      const title = /<a:t>([^<]*)<\/a:t>/.exec(files.get('ppt/slides/slide2.xml')!)![1]!;
      changed(slide, /<a:t>[^<]*<\/a:t>/, `<a:t>${title}</a:t>`)(files);
    },
    /two slides are called/,
  ],
  'no alt text': [changed(slide, / descr="[^"]*"/, ''), /has no alt text/],
  'a figure that is not decorative': [changed(slide, /<a:extLst><a:ext uri="\{C183.*?<\/a:extLst>/, ''), /no alt text/],
  'a part without a type': [
    changed('[Content_Types].xml', /<Override PartName="\/ppt\/slides\/slide2.xml"[^>]*\/>/, ''),
    /slide2\.xml: no content type/,
  ],
  'a type without a part': [
    changed(
      '[Content_Types].xml',
      '</Types>',
      '<Override PartName="/ppt/slides/slide99.xml" ContentType="x"/></Types>',
    ),
    /slide99\.xml: a content type without a part/,
  ],
  'a relationship to nothing': [
    changed('ppt/slides/_rels/slide3.xml.rels', 'slideLayout2.xml', 'slideLayout9.xml'),
    /which is no part/,
  ],
  'a relationship that is none': [
    changed(slide, /hlinkClick r:id="[^"]*"/, 'hlinkClick r:id="rId99"'),
    /rId99 is no relationship/,
  ],
  'two relationships of one id': [
    changed('ppt/_rels/presentation.xml.rels', 'Id="rId2"', 'Id="rId1"'),
    /two relationships rId1/,
  ],
  'an orphan': [(files) => void files.set('ppt/media/image1.png', ''), /nothing leads to it/],
  'one theme for two masters': [
    changed('ppt/notesMasters/_rels/notesMaster1.xml.rels', 'theme2.xml', 'theme1.xml'),
    /the theme of two masters/,
  ],
  'an entry of a folder': [(files) => void files.set('ppt/slides/', ''), /an entry of a folder/],
  'no types at the start': [
    (files) => {
      const types = files.get('[Content_Types].xml')!;
      files.delete('[Content_Types].xml');
      files.set('[Content_Types].xml', types);
    },
    /is not first/,
  ],
  'a date': [changed('docProps/core.xml', '<dc:title>', '<dcterms:created/><dc:title>'), /has a date/],
  'a slide in no section': [changed('ppt/presentation.xml', /<p14:sldId id="257"\/>/, ''), /sections/],
  'a section with a small id': [changed('ppt/presentation.xml', /(<p14:section [^>]*id="\{)\w/, '$1a'), /is no id/],
  'a slide that is not shown': [
    changed('ppt/presentation.xml', /<p:sldId id="258"[^>]*\/>/, ''),
    /not in the presentation/,
  ],
  'a link to a file': [
    changed('ppt/slides/_rels/slide3.xml.rels', 'Target="https://', 'Target="file://'),
    /leads outside/,
  ],
  'notes without a way back': [
    changed('ppt/slides/_rels/slide3.xml.rels', /<Relationship [^>]*notesSlide3[^>]*\/>/, ''),
    /does not lead to it/,
  ],
  'a negative size': [
    changed(slide, /<a:ext cx="\d+" cy="\d+"\/><\/a:xfrm><a:custGeom/, '<a:ext cx="-1" cy="5"/></a:xfrm><a:custGeom'),
    /has no size/,
  ],
  'broken XML': [changed(slide, '</p:sld>', ''), /not well-formed/],
};

it('finds nothing in a good deck', () => expect(lintPptx(good)).toEqual([]));

describe('a planted fault is found', () => {
  it('is more than twenty', () => expect(Object.keys(faults).length).toBeGreaterThan(20));
  test.each(Object.entries(faults))('%s', (_, [plant, message]) => {
    const files = new Map(good);
    plant(files);
    expect(lintPptx(files).join('\n')).toMatch(message);
  });
});
