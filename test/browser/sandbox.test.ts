import { expect, test } from 'vitest';
import { sandboxHindrance, type SandboxWorld } from '../../src/browser/sandbox.js';

const world: SandboxWorld = { env: {}, platform: 'linux', uid: 1000, exists: () => false };
const inside = (file: string): SandboxWorld => ({ ...world, exists: (path) => path === file });

test('the sandbox is on, but for root and containers', () => {
  expect(sandboxHindrance(world)).toBeNull();
  expect(sandboxHindrance({ ...world, uid: 0 })).toMatch('root');
  expect(sandboxHindrance(inside('/.dockerenv'))).toMatch('container');
  expect(sandboxHindrance(inside('/run/.containerenv'))).toMatch('container');
  expect(sandboxHindrance({ ...world, env: { KUBERNETES_SERVICE_HOST: '10.0.0.1' } })).toMatch('container');
  expect(sandboxHindrance({ ...world, env: { AUTHFLOW_NO_SANDBOX: '1' } })).toBe('AUTHFLOW_NO_SANDBOX=1');
  expect(sandboxHindrance({ ...world, platform: 'darwin', uid: 0 })).toBeNull();
});
