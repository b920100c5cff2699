/** The pictures of docs/themes.md: `npm run docs` writes them anew, in the brand that the page shows. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { packagedDesign } from '../../src/design.js';
import { toSvg } from '../../src/picture/index.js';
import { parseConfig } from '../../src/syntax/config-schema.js';
import { layPresets } from '../../src/theme/presets.js';
import { readPreset } from '../../src/theme/preset.js';

const docs = new URL('../../docs/', import.meta.url);
const page = readFileSync(new URL('themes.md', docs), 'utf8');
const [, config = ''] = /```yaml\n(# authflow\.config\.yaml\n[^]*?)```/.exec(page) ?? [];
const { shape, diagnostics } = parseConfig({ path: 'authflow.config.yaml', text: config }, []);
const themes = (shape?.themes ?? []).map(({ key, value }) => ({ name: key.value, shape: value }));
const design = packagedDesign();
const presets = layPresets(design.presets, themes);

const text = `id: brand
title: An order from a partner
boxes:
  c: { title: Customer, zone: client }
  a: { title: Acme, zone: server }
  p: { title: Partner company, zone: partner }
participants:
  B: { label: Browser, kind: browser, box: c }
  A: { label: Shop, kind: relying-party, box: a }
  AS: { label: Sign-in, kind: authorization-server, box: a }
  P: { label: Stock API, kind: resource-server, box: p }
steps:
  - B -> A: GET /login
  - A --> B -> AS: 303 to the sign-in
    redirect: { to: "https://login.example.com/authorize", query: { client_id: shop } }
  - opt: first time
    steps:
      - AS -> AS: Ask for consent
        note: Only once
  - AS --> B: 200
  - A -> P: GET /stock
  - P --> A: 200
`;

test('the brand has no mistake, and says all of its colours', () => {
  expect(diagnostics).toEqual([]);
  for (const name of ['acme', 'acme-dark']) expect(readPreset(presets.get(name)!).diagnostics).toEqual([]);
});

test.each(['light', 'dark'] as const)('its picture for %s pages is current', async (side) => {
  const { flow } = compileFlow({ path: 'brand.yaml', text });
  const svg = toSvg(flow!, { design: { ...design, presets }, theme: 'acme,acme-dark', page: side });
  await expect(svg).toMatchFileSnapshot(fileURLToPath(new URL(`brand/${side}.svg`, docs)));
});
