/** A flow in German in every format of text: read what comes out before you commit it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { packagedDesign } from '../../src/design.js';
import { drawSlides } from '../../src/picture/index.js';
import type { Remark } from '../../src/model/remark.js';
import { printDeck } from '../../src/outputs/print-deck.js';
import { renderFlow, renderGallery, textFormats } from '../../src/render.js';
import type { RenderOptions } from '../../src/render.js';

const text = readFileSync(new URL('fixtures/anmeldung.yaml', import.meta.url), 'utf8');

function compile(source: string, lang?: string) {
  const { flow, diagnostics } = compileFlow({ path: 'anmeldung.yaml', text: source }, { lang });
  return flow ?? expect.fail(diagnostics.map(({ message }) => message).join('\n'));
}

const flow = compile(text);

const remark: Remark = {
  flow: flow.id,
  at: flow.steps[1]?.span ?? null,
  rule: 'SEC006',
  severity: 'error',
  message: 'no PKCE',
  fix: 'add it',
  source: { name: 'RFC 7636 §4.3', url: 'https://www.rfc-editor.org/rfc/rfc7636#section-4.3' },
};

const render = (options: RenderOptions = {}) =>
  renderFlow(flow, { annotations: { threats: true, remarks: [remark] }, ...options }).artifacts;

describe('German', () => {
  test.each(textFormats)('%s', async (format) => {
    const [artifact] = render({ formats: [format] });
    await expect(artifact?.content).toMatchFileSnapshot(`golden/${artifact?.path}`);
  });

  test('AsciiDoc', async () => {
    const [page] = render({ formats: ['page'], asciidoc: { depth: 0, section: null, mermaid: 'source' } });
    await expect(page?.content).toMatchFileSnapshot('golden/anmeldung.adoc');
  });

  test('a narrow text diagram, in ASCII', async () => {
    const [diagram] = render({ formats: ['text'], charset: 'ascii', width: 40, annotations: {} });
    await expect(diagram?.content).toMatchFileSnapshot('golden/anmeldung.narrow.txt');
  });

  test('the deck', async () => {
    const room = { width: 1280, height: 720, stage: { left: 48, top: 122, right: 1232, bottom: 700 } };
    const how = { design: packagedDesign(), themes: { light: 'light', dark: 'light' }, room };
    const slides = (drawSlides(flow, how, () => expect.fail()) ?? []).map(({ phase, steps }, index) => ({
      picture: `anmeldung.slide-0${index + 1}.png`,
      title: phase,
      excerpt: steps,
    }));
    const deck = { path: 'anmeldung.deck.md', slides, size: { width: 2560, height: 1440 }, remarks: [remark] };
    await expect(printDeck(flow, deck, packagedDesign()).content).toMatchFileSnapshot('golden/anmeldung.deck.md');
  });

  test('the page of all flows', async () => {
    const others = [flow, { ...flow, id: 'entwurf', status: 'draft' as const, family: flow.title }];
    const entries = others.map((one) => ({ flow: one, path: `${one.id}.md` }));
    const page = renderGallery(entries, { title: 'Abläufe', picture: '', lang: 'de' });
    await expect(page).toMatchFileSnapshot('golden/README.md');
  });
});

const without = text.replace(/^lang: .*\n/m, '');

test.each([
  ['de-AT', 'Schritte:', '---\nlang: "de-AT"\n---\n\n# Anmeldung'],
  ['de-at', 'Schritte:', '---\nlang: "de-AT"\n---\n\n# Anmeldung'],
  // There are no French words: English ones, in a French page.
  ['fr', 'Steps:', '---\nlang: "fr"\n---\n\n# Anmeldung'],
  ['no', 'Steps:', '---\nlang: "no"\n---\n\n# Anmeldung'],
  [undefined, 'Steps:', '# Anmeldung'],
])('a project in %s', (lang, words, start) => {
  const [alt, page] = ['alt' as const, 'page' as const].map(
    (format) => renderFlow(compile(without, lang), { formats: [format] }).artifacts[0]?.content ?? '',
  );
  expect(alt).toContain(words);
  expect(page?.slice(0, start.length)).toBe(start);
});

test('a flow says its language itself', () => {
  expect(compile(text, 'fr').lang).toBe('de');
  expect(compile(without, 'fr').lang).toBe('fr');
  expect(compile(without).lang).toBe('');
});
