export { findControlCharacter } from './characters.js';
export { checkStep } from './check-shape.js';
export { configJsonSchema, configKeys, parseConfig } from './config-schema.js';
export type { ConfigKey, ConfigShape } from './config-schema.js';
export { parseData } from './data.js';
export { flowJsonSchema } from './json-schema.js';
export { looksLikeFlow } from './looks-like-flow.js';
export type { MapNode, Node } from './node.js';
export { parseFlow, parseInclude } from './parse.js';
export { parsePreset } from './preset-schema.js';
export type { BrandShape, PresetShape } from './preset-schema.js';
export { allScalars, isJson, isScalar, placeOf } from './scalars.js';
export { flowSchema } from './schema.js';
export type { FlowShape, IncludeFileShape, Patch, Step } from './schema.js';
export { fieldsOf } from './shape.js';
export type { Located, Scalar } from './shape.js';
export type { BranchShape } from './step-schema.js';
export {
  allSteps,
  branchesOf,
  branchSteps,
  childSteps,
  isNowhere,
  mapInside,
  mapSteps,
  participantsOf,
} from './step-tree.js';
export { parseWords } from './words-schema.js';
export type { WordsShape } from './words-schema.js';
export { writeFlow } from './write.js';
export type { Comments } from './write.js';
export { defaultLimits } from './yaml.js';
export type { Limits } from './yaml.js';
