/** What printing on one slide needs. */
import type { Ink } from '../colors/index.js';

export interface SlideInk {
  /** EMU per px. */
  readonly scale: number;
  readonly ink: Ink;
  /** BCP 47; '' for none. */
  readonly lang: string;
  /** The id of the relationship to an address of the web; the same for the same address. */
  readonly relate: (href: string) => string;
}

/** A point has 12700 EMU; DrawingML counts type in hundredths of points. */
export const points = (px: number, { scale }: Pick<SlideInk, 'scale'>): number => Math.round((px * scale) / 127);

export const emu = (px: number, { scale }: Pick<SlideInk, 'scale'>): number => Math.round(px * scale);
