import type { BundledPackage } from './notices.js';

/** What is used of a CycloneDX document. */
interface Sbom {
  readonly metadata: { readonly component: { readonly 'bom-ref': string; readonly name: string } };
  readonly components: readonly { readonly 'bom-ref': string; readonly properties: readonly unknown[] }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

export function sbomOf(whole: Sbom, packages: readonly Pick<BundledPackage, 'name' | 'version'>[]): Sbom;
