import type { Metafile } from 'esbuild';

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** The SPDX expression in package.json; null where there is none. */
  readonly licence: string | null;
  readonly author: string | null;
  /** The texts of its licence, notice and authors files. */
  readonly texts: readonly string[];
}

export function bundledPackages(metafile: Metafile): readonly BundledPackage[];
/** The data of others that is part of src/. */
export function bundledData(): readonly BundledPackage[];
export function refusedLicences(packages: readonly BundledPackage[]): readonly string[];
export function printNotices(packages: readonly BundledPackage[]): string;
