import type { Metafile } from 'esbuild';

export const requireBanner: string;
export function bundle(options?: { readonly write?: boolean }): Promise<Metafile>;
