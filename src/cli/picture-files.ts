/** How a flow's pictures are called: `<id>.svg`, and `<id>.dark.svg` for dark pages. */
import type { Flow } from '../model/flow.js';
import type { PictureFormat } from './options.js';

export interface PictureVariant {
  /** A preset in place of the flow's own; undefined for that. */
  readonly theme: string | undefined;
  /** The page that it is for; `any` where a flow has but one picture. */
  readonly page: 'any' | 'light' | 'dark';
  /** Relative to the output folder. */
  readonly path: (format: PictureFormat) => string;
}

/**
 * The preset that leaves colours to the page around the diagram. A picture has no such page, so it is drawn for a light
 * one and for a dark one.
 */
const HOST = 'host';

/** @param theme in place of the flow's own */
export function pictureVariants({ id, theme: own }: Flow, theme?: string): readonly PictureVariant[] {
  if ((theme ?? own.preset) !== HOST) return [{ theme, page: 'any', path: (format) => `${id}.${format}` }];
  return [
    { theme: 'light', page: 'light', path: (format) => `${id}.${format}` },
    { theme: 'dark', page: 'dark', path: (format) => `${id}.dark.${format}` },
  ];
}
