import { expect, it } from 'vitest';
import { bundledData, printNotices, refusedLicences } from '../../build/notices.js';
import type { BundledPackage } from '../../build/notices.js';

const madeUp = (given: Partial<BundledPackage>): BundledPackage => ({
  name: 'made-up',
  version: '1.0.0',
  licence: 'MIT',
  author: 'A. Nobody',
  texts: [],
  ...given,
});

it.each(['GPL-3.0-only', 'LGPL-2.1-or-later', 'AGPL-3.0-only', 'SSPL-1.0', 'MIT AND GPL-2.0-only', 'SEE LICENSE IN x'])(
  'refuses a package under %s, by its name',
  (licence) =>
    expect(refusedLicences([madeUp({ name: 'fine' }), madeUp({ licence })])).toEqual([
      `made-up 1.0.0 can't be bundled: its licence is ${licence}`,
    ]),
);

it('refuses a package without a licence', () =>
  expect(refusedLicences([madeUp({ licence: null })])).toEqual([
    "made-up 1.0.0 can't be bundled: its licence is not given",
  ]));

it('prints the texts that a package brings', () => {
  const notices = printNotices([madeUp({ texts: ['The licence.', 'The notice.'] })]);
  expect(notices).toContain('made-up 1.0.0\nLicence: MIT\n\nThe licence.\n\nThe notice.\n');
});

it('prints the text of the MIT licence for a package that brings none', () => {
  const notices = printNotices([madeUp({})]);
  expect(notices).toContain('no licence file');
  expect(notices).toMatch(/\nCopyright \(c\) A\. Nobody\n\nPermission is hereby granted/);
  expect(notices).not.toContain('authflow authors');
});

it.each([{ licence: 'ISC' }, { author: null }])('knows no other text: %j', (given) =>
  expect(() => printNotices([madeUp(given)])).toThrow('made-up 1.0.0 has no licence file'),
);

it('names the rules of gitleaks with their commit, their licence and who holds the copyright', () => {
  const notices = printNotices(bundledData());
  expect(notices).toMatch(/gitleaks \(its rules\) [\d.]+ \([0-9a-f]{40}\)\nLicence: MIT\n\nMIT License\n/);
  expect(notices).toContain('Copyright (c) 2019 Zachary Rice');
  expect(refusedLicences(bundledData())).toEqual([]);
});
