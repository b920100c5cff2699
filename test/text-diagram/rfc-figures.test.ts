/**
 * The style rfc beside figures that people drew: the exchanges of RFC figures, in words of our own with about as many letters, take
 * at most a fifth more rows than the figure, and at most 69 columns.
 */
import { expect, test } from 'vitest';
import { renderFlow } from '../../src/render.js';
import { flowOf } from '../compile.js';

interface Figure {
  /** The rows of the figure in the RFC. */
  readonly rows: number;
  readonly participants: string;
  readonly steps: readonly string[];
}

const server = 'AS: { label: "Authorization\\nServer" }';

const figures: Readonly<Record<string, Figure>> = {
  'RFC 6749, figure 1': {
    rows: 17,
    participants: `C: Client, RO: { label: "Resource\\nOwner" }, ${server}, RS: { label: "Resource\\nServer" }`,
    steps: [
      'C -> RO: Request for permission',
      'RO --> C: Proof of permission',
      'C -> AS: Proof of permission',
      'AS --> C: Token for access',
      'C -> RS: Token for access',
      'RS --> C: What it protects',
    ],
  },
  'RFC 6749, figure 2': {
    rows: 20,
    participants: `C: Client, RS: { label: "Resource\\nServer" }, ${server}`,
    steps: [
      'C -> AS: Proof of permission',
      'AS --> C: "Tokens for access\\n& for renewal"',
      'C -> RS: Token for access',
      'RS --> C: What it protects',
      'C -> RS: Token for access',
      'RS --> C: Token is too old',
      'C -> AS: Token for renewal',
      'AS --> C: "Token for access\\n& one for renewal, if it likes"',
    ],
  },
  'RFC 6749, figure 3': {
    rows: 25,
    participants: `RO: { label: "Resource\\nOwner" }, UA: { label: "User-\\nAgent" }, C: Client, ${server}`,
    steps: [
      'C -> UA: Id of the client, address of return',
      'UA -> AS: Id of the client, address of return',
      'RO -> UA: Log-in',
      'UA -> AS: Log-in',
      'AS -> UA: Code of the permission',
      'UA -> C: Code of the permission',
      'C -> AS: Code of the permission, address of return',
      'AS --> C: "Token for access\\n(one for renewal, if it likes)"',
    ],
  },
  'RFC 6749, figure 4': {
    rows: 32,
    participants: `RO: { label: "Resource\\nOwner" }, UA: { label: "User-\\nAgent" }, C: Client, ${server}, W: { label: "Client on\\nthe Web" }`,
    steps: [
      'C -> UA: Id of the client, address of return',
      'UA -> AS: Id of the client, address of return',
      'RO -> UA: Log-in',
      'UA -> AS: Log-in',
      'AS -> UA: Address of return with the token in its fragment',
      'UA -> W: Address of return without the fragment',
      'W --> UA: Script',
      'UA -> C: Token for access',
    ],
  },
  'RFC 6749, figure 5': {
    rows: 17,
    participants: `RO: { label: "Resource\\nOwner" }, C: Client, ${server}`,
    steps: [
      'RO -> C: "Name and password\\nof the owner"',
      'C -> AS: "Name and password\\nof the owner"',
      'AS --> C: "Token for access\\n(one for renewal, if it likes)"',
    ],
  },
  'RFC 8628, figure 1': {
    rows: 23,
    participants: `D: { label: "Device\\nClient" }, U: { label: "User at\\nBrowser" }, ${server}`,
    steps: [
      'D -> AS: Id of the client',
      'AS --> D: Code of the device, code of the user, & where to type it',
      'D -> U: "Code of the user\\n& where to type it"',
      'U -> AS: "The user looks at\\nwhat is asked for"',
      'loop: until the user is done\n    steps:\n      - D -> AS: Code of the device & id of the client',
      'AS --> D: Token for access (& one for renewal, if it likes)',
    ],
  },
  'RFC 9449, figure 1': {
    rows: 15,
    participants: `C: Client, ${server}, RS: { label: "Resource\\nServer" }`,
    steps: [
      'C -> AS: "Request for a token\\n(proof of the key)"',
      'AS --> C: "Token that is bound to the key\\n(of the type DPoP)"',
      'C -> RS: "Token that is bound to the key\\n(proof of the key)"',
      'RS --> C: What it protects',
    ],
  },
  'RFC 9635, figure 2': {
    rows: 21,
    participants: 'C: { label: "Client\\nInstance" }, AS, U: { label: "User and\\nOwner" }',
    steps: [
      'C -> AS: Ask for access',
      'AS --> C: The user is needed',
      'C -> U: Bring the user here',
      '{ from: U, to: AS, text: Log-in, head: both }',
      '{ from: U, to: AS, text: Consent, head: both }',
      'U -> C: Tell that it can go on',
      'C -> AS: Ask to go on',
      'AS --> C: Give access',
    ],
  },
};

test.each(Object.entries(figures))('%s', (_, { rows, participants, steps }) => {
  const flow = flowOf(`id: flow
title: Flow
ascii: rfc
participants: { ${participants} }
steps:
${steps.map((step) => `  - ${step}`).join('\n')}
`);
  const { artifacts, diagnostics } = renderFlow(flow, { formats: ['text'] });
  const drawn = (artifacts[0]?.content ?? '').trimEnd().split('\n');
  expect(diagnostics).toEqual([]);
  expect(drawn.length).toBeLessThanOrEqual(1.2 * rows);
  expect(Math.max(...drawn.map(({ length }) => length))).toBeLessThanOrEqual(69);
  // No name and no text is below the figure.
  expect(drawn.filter((row) => /^(?:\[\w+\]|\w+:) /.test(row))).toEqual([]);
  // Each message has its leg in its arrow.
  expect(drawn.filter((row) => /[-<]\([A-Z]\)-/.test(row))).toHaveLength(steps.length);
});
