export { readBackground } from './background.js';
export { drawParts, drawSlides, drawScene } from './draw-scene.js';
export type { SceneOptions, SceneThemes } from './draw-scene.js';
export { namePart } from './name-part.js';
export { roomOn, sheetOf } from './paper-room.js';
export { toScene, toSvg } from './to-svg.js';
export type { ToSceneOptions, ToSvgOptions } from './to-svg.js';
export { zoneNames } from './zone-names.js';
