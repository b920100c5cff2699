/** Mermaid draws the end of a participant once: with the last step that names it. */
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import { fragment, message, script } from './script.js';
import { printMermaid } from './print.js';

const done = message('B', 'A', 'done', { destroy: 'B' });
const failed = message('B', 'A', 'failed', { destroy: 'B' });

function printed(...steps: Parameters<typeof script>[0]['steps'] & object): readonly [string, readonly string[]] {
  const notices: Diagnostic[] = [];
  const mermaid = printMermaid(script({ steps }), { report: (notice) => notices.push(notice) });
  return [mermaid, notices.map(({ code }) => code)];
}

test('the last branch ends it, and the others have a note', () => {
  const [mermaid, notices] = printed(
    message('A', 'B', 'ask'),
    fragment('alt', [
      ['one', [done]],
      ['other', [failed]],
    ]),
  );
  expect(mermaid).toContain(
    'B->>A: done\n        Note over B: ×\n    else other\n        destroy B\n        B->>A: failed\n',
  );
  expect(notices).toEqual(['mermaid-destroy']);
});

test('a branch that goes on leaves it to be drawn', () => {
  const [mermaid, notices] = printed(
    fragment('alt', [
      ['one', [done]],
      ['other', [message('B', 'A', 'more')]],
    ]),
  );
  expect(mermaid).not.toContain('destroy');
  expect(notices).toEqual(['mermaid-destroy']);
});

test('an end in a branch is drawn where nothing follows', () => {
  const [mermaid, notices] = printed(fragment('opt', [['one', [done]]]), message('A', 'A', 'after'));
  expect(mermaid).toContain('destroy B\n');
  expect(notices).toEqual([]);
});
