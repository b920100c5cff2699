export { PICTURE_DEFAULTS } from './picture-request.js';
export type { MermaidConfig, PictureFormat, PictureRequest } from './picture-request.js';
export { compareStamps, makeStamp, readStamp, stampPicture } from './stamp.js';
export type { Stamp, StampVersions } from './stamp.js';
