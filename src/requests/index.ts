export { keyVariable } from './assertion.js';
export { certificateVariables, curlCommand } from './curl.js';
export { addressOf, formPage, httpRequest, httpResponse, jsonText } from './http.js';
export { javascriptNaming, javascriptProgram } from './javascript.js';
export { environmentOf, makeProgram } from './program.js';
export type { Call, Naming } from './program.js';
export { pythonNaming, pythonProgram } from './python.js';
export {
  encodeUrl,
  isCallable,
  isHttp,
  jsonStrings,
  literal,
  percentEncode,
  placeholdersIn,
  placeholdersOf,
  shown,
  toParameters,
  toValue,
  toWire,
} from './wire.js';
