export { PICTURE_DEFAULTS } from './picture-request.js';
export type { MermaidConfig, PictureRequest } from './picture-request.js';
export { compareStamps, makeStamp, readStamp, stampPicture } from './stamp.js';
export type { Stamp } from './stamp.js';
