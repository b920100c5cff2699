import type { BuildResult, Metafile } from 'esbuild';

export const requireBanner: string;
export function bundle(options?: { readonly write?: boolean }): Promise<Metafile>;
export function bundleWeb(options?: {
  readonly write?: boolean;
}): Promise<BuildResult<{ metafile: true; write: false }>>;
