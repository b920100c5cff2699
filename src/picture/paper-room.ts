/** The room that a sheet of paper has for pictures. */
import type { Paper } from '../model/index.js';
import type { PaperRoom } from '../scene/index.js';

/** CSS: 96 px are an inch, which is 25.4 mm. */
const PX = 96 / 25.4;

export const roomOn = ({ width, height }: Paper): PaperRoom => ({ width: width * PX, height: height * PX });
