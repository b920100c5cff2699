import { expect, test } from 'vitest';
import { mermaidConfig } from '../../src/browser/mermaid/mermaid-config.js';

test('a user’s configuration goes over ours, but for what keeps the page safe and the text readable', () => {
  const config = mermaidConfig({
    svgId: 'k',
    mermaidConfig: {
      theme: 'forest',
      fontFamily: 'Serif',
      securityLevel: 'loose',
      htmlLabels: true,
      maxTextSize: 10,
      sequence: { mirrorActors: false, textPlacement: 'fo', useMaxWidth: true },
    },
  });
  expect(config).toMatchObject({
    theme: 'forest',
    fontFamily: 'Serif',
    look: 'classic',
    deterministicIDSeed: 'k',
    securityLevel: 'strict',
    htmlLabels: false,
    maxTextSize: Number.MAX_SAFE_INTEGER,
    sequence: { mirrorActors: false, textPlacement: 'tspan', useMaxWidth: false },
  });
});
