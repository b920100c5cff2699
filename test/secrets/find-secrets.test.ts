/** Made-up secrets are found wherever they stand, look-alikes nowhere. */
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../src/secrets/find-secrets.js';
import { maskSecrets } from '../../src/secrets/mask-secrets.js';
import { lookAlikes } from './look-alikes.js';
import { madeUpSecrets } from './made-up.js';

const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

/** Places for a text. */
const places: Readonly<Record<string, (text: string) => string>> = {
  alone: (text) => text,
  'a block of a flow file': (text) =>
    `steps:\n  - A -> B: Hello\n    note: |\n      ${indent(text, '      ')}\n  - B --> A: Bye\n`,
  'a sentence': (text) => `This is it: ${text}, and nobody has it.\n`,
  'a block of code': (text) => `# Page\n\n\`\`\`sh\n${text}\n\`\`\`\n`,
  HTML: (text) => `<p><code>${text}</code></p>\n`,
  'a comment': (text) => `# ${indent(text, '# ')}\nid: flow\n`,
  'a quotation': (text) => `> ${indent(text, '> ')}\n`,
};

it('has 64 secrets and 60 look-alikes', () => {
  expect(Object.keys(madeUpSecrets)).toHaveLength(64);
  expect(lookAlikes).toHaveLength(60);
});

describe.each(Object.entries(places))('in %s', (_, put) => {
  it('each secret is found', () => {
    const missed = Object.entries(madeUpSecrets).filter(([, text]) => findSecrets(put(text)).length === 0);
    expect(missed).toEqual([]);
  });

  it('no secret is left readable', () => {
    const readable = Object.entries(madeUpSecrets).filter(([, text]) => {
      const masked = maskSecrets(put(text));
      // No long run of letters of a found secret survives.
      return findSecrets(put(text)).some(({ start, end }) => masked.slice(start, end) === put(text).slice(start, end));
    });
    expect(readable).toEqual([]);
  });

  it('no look-alike is taken', () => {
    const taken = lookAlikes.flatMap((text) =>
      findSecrets(put(text))
        .filter(({ severity }) => severity !== 'info')
        .map(({ type, start, end }) => `${text}: ${put(text).slice(start, end)} (${type})`),
    );
    expect(taken).toEqual([]);
  });
});
