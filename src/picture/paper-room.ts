/** The room that a sheet of paper has for pictures. */
import type { Paper } from '../model/index.js';
import type { PaperRoom, Sheet } from '../scene/index.js';

/** CSS: 96 px are an inch, which is 25.4 mm. */
const PX = 96 / 25.4;

export const roomOn = ({ width, height }: Pick<Paper, 'width' | 'height'>): PaperRoom => ({
  width: width * PX,
  height: height * PX,
});

/** The whole sheet, with the picture's area in the middle; null where only that is known. */
export const sheetOf = ({ height, sheet }: Paper): Sheet | null =>
  sheet ? { ...roomOn(sheet), top: ((sheet.height - height) / 2) * PX } : null;
