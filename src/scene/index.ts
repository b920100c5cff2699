export type { Background, Painted, PaintedPage, PaintRequest, Sheet } from './paint-request.js';
export type {
  Font,
  Item,
  Line,
  Link,
  Palette,
  Path,
  Rect,
  Role,
  Run,
  Scene,
  SceneMessage,
  SceneStep,
  Shape,
  Stroke,
  TextItem,
  Token,
} from './scene.js';
export { isFollowed } from './colors/index.js';
export type { SceneTheme } from './colors/index.js';
export { measureWith } from './type/index.js';
export { layOut, measuredFont } from './lay-out.js';
export { layOutSlides, LEAST_SCALE } from './lay-out-slides.js';
export type { SlideRoom, SlideScene } from './lay-out-slides.js';
export { revealed, slideTitles, stepGroups } from './slides/index.js';
export { layOutParts, scaleOnPaper } from './lay-out-parts.js';
export type { PaperRoom } from './lay-out-parts.js';
export type { PartWords } from './parts/index.js';
export type { SceneInput } from './scene-input.js';
export type { Facts } from './measure/index.js';
export type { Heading, LegendEntry } from './place/index.js';
export { textWidth, wrapText } from './type/index.js';
