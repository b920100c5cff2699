import type { Metafile } from 'esbuild';

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As package.json has it, an SPDX expression; null where it has none. */
  readonly licence: string | null;
  readonly author: string | null;
  /** Its files of licence, notice and authors. */
  readonly texts: readonly string[];
}

export function bundledPackages(metafile: Metafile): readonly BundledPackage[];
export function refusedLicences(packages: readonly BundledPackage[]): readonly string[];
export function printNotices(packages: readonly BundledPackage[]): string;
