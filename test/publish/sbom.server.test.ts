/** The SBOM names what the package holds, not what builds it. */
import { expect, it } from 'vitest';
import { sbomOf } from '../../build/sbom.js';

const component = (ref: string) => ({
  'bom-ref': ref,
  properties: [{ name: 'cdx:npm:package:development', value: 'true' }],
});
const whole = {
  metadata: { component: { 'bom-ref': 'authflow@1.0.0', name: 'a-folder' } },
  components: ['bundled@1.0.0', 'inner@2.0.0', 'inner@1.0.0', 'builder@1.0.0'].map(component),
  dependencies: [
    { ref: 'authflow@1.0.0', dependsOn: ['bundled@1.0.0', 'builder@1.0.0'] },
    { ref: 'bundled@1.0.0', dependsOn: ['inner@2.0.0'] },
    { ref: 'inner@2.0.0', dependsOn: [] },
    { ref: 'builder@1.0.0', dependsOn: ['inner@1.0.0'] },
    { ref: 'inner@1.0.0', dependsOn: [] },
  ],
};
const packages = [
  { name: 'bundled', version: '1.0.0' },
  { name: 'inner', version: '2.0.0' },
];

it('keeps what is bundled, in the version that is', () => {
  expect(sbomOf(whole, packages)).toEqual({
    metadata: { component: { 'bom-ref': 'authflow@1.0.0', name: 'authflow' } },
    components: [
      { 'bom-ref': 'bundled@1.0.0', properties: [] },
      { 'bom-ref': 'inner@2.0.0', properties: [] },
    ],
    dependencies: [
      { ref: 'authflow@1.0.0', dependsOn: ['bundled@1.0.0'] },
      { ref: 'bundled@1.0.0', dependsOn: ['inner@2.0.0'] },
      { ref: 'inner@2.0.0', dependsOn: [] },
    ],
  });
});

it('is none where a bundled package would be missing in it', () => {
  const another = [...packages, { name: 'copied', version: '1.0.0' }];
  expect(() => sbomOf(whole, another)).toThrow('the lock file has no copied@1.0.0');
});
