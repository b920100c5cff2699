export { writePdfLang } from './pdf-lang.js';
export { PICTURE_DEFAULTS } from './picture-request.js';
export type { MermaidConfig, PictureFormat, PictureRequest } from './picture-request.js';
export {
  compareStamps,
  isSamePdf,
  isSamePicture,
  makeNativeStamp,
  makeStamp,
  readStamp,
  stampPicture,
} from './stamp.js';
export type { Stamp, StampVersions } from './stamp.js';
export { pngChunk } from './png-text.js';
