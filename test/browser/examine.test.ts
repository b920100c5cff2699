import { expect, test } from 'vitest';
import { examineNode } from '../../src/browser/examine.js';

test('an older Node is reported', () => {
  expect(examineNode('20.18.3')).toMatchObject({ state: 'fails', what: 'Node 20.18.3 is older than 20.19' });
  expect(examineNode('18.20.0').state).toBe('fails');
  expect(examineNode('22.0.0').state).toBe('ok');
});
