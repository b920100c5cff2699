/** The checker on what people write: every shipped flow and every example, as narrow as terminals and pages are. */
import { expect, test } from 'vitest';
import { asciiView } from '../../src/text-diagram/text-diagram.js';
import { fitScript } from '../../src/text-diagram/fit/fit.js';
import { packagedDesign } from '../../src/design.js';
import { putIntoWords } from '../../src/words/words.js';
import type { Script } from '../../src/model/script.js';
import { flowIds, loadFlow } from '../flows/load.js';
import { checkDiagram } from './checker/check.js';

const { templates } = packagedDesign();

// More by hand: AUTHFLOW_WIDTHS=all takes every width from 40 to 200, in every style and charset.
const all = process.env.AUTHFLOW_WIDTHS === 'all';
const widths = all ? Array.from({ length: 161 }, (_, index) => index + 40) : [60, 80, 100];
const styles = all ? (['full', 'compact', 'rfc'] as const) : (['full'] as const);
const charsets = all ? (['unicode', 'ascii'] as const) : (['unicode'] as const);

test.each(flowIds)('%s is whole at any width', { timeout: all ? 600_000 : 20_000 }, (id) => {
  const flow = loadFlow(id);
  const script = putIntoWords(flow, 'text', templates);
  for (const style of styles)
    for (const charset of charsets)
      for (const width of widths) {
        const options = { ...flow.ascii, style, charset, corners: 'square', width } as const;
        const { fitted } = fitScript(script, options);
        const view = asciiView(script, options);
        const text = view.rows.map((row) => `${row.text}\n`).join('');
        expect(checkDiagram(fitted, options, text), `${style} ${charset} ${width}\n${text}`).toEqual([]);
        if (width < 80) continue;
        expect(view.width).toBeLessThanOrEqual(width);
        // No name and no text of a shipped flow needs a stand-in: below are only shapes, boxes and links.
        const words = (one: Script): string[] =>
          one.participants.map(({ lines }) => lines.join('').replaceAll(' ', ''));
        if (style === 'full') expect(words(fitted)).toEqual(words(script));
        if (style === 'full') expect(fitted.below.filter(({ role }) => role === 'note')).toEqual([]);
      }
});
