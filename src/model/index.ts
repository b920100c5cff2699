export { annotateFlow } from './annotate.js';
export type { Annotations } from './annotate.js';
export { tellsChannelsApart } from './channels.js';
export { excerptNames, findExcerpt } from './excerpt.js';
export type { Excerpt } from './excerpt.js';
export {
  cornerNames,
  flowProfiles,
  fragmentTypes,
  participantKinds,
  participantShapes,
  strideCategories,
} from './flow.js';
export type {
  ActivationChange,
  Allowance,
  Arrow,
  AsciiChoice,
  BoxRun,
  Branch,
  Channel,
  ChannelMarks,
  Corners,
  Exchange,
  Field,
  Flow,
  FlowStatus,
  Fragment,
  FragmentType,
  Highlight,
  Json,
  LintChoice,
  Message,
  Note,
  NoteBody,
  Numbering,
  NumberingChange,
  Page,
  PageCode,
  PageParameter,
  PageSample,
  PageSection,
  PageTable,
  Participant,
  ParticipantKind,
  ParticipantShape,
  Request,
  Response,
  SamlData,
  Spec,
  Step,
  StepBase,
  ThemeChoice,
  Threat,
  Variable,
} from './flow.js';
export { pictureFormats, textFormats } from './formats.js';
export { pictureVariants, readThemes } from './picture-variants.js';
export type { ThemePair } from './picture-variants.js';
export { reasonPhrase } from './reason-phrases.js';
export { labelOf, remarksAt } from './remark.js';
export type { Remark } from './remark.js';
export { repliesTo } from './replies.js';
export type { Reply } from './replies.js';
export { messageRole, roles } from './roles.js';
export type { Role } from './roles.js';
export { messageLines } from './script.js';
export type {
  Lines,
  Medium,
  Script,
  ScriptBox,
  ScriptFragment,
  ScriptHighlight,
  ScriptMessage,
  ScriptNote,
  ScriptNumbering,
  ScriptParticipant,
  ScriptStep,
} from './script.js';
export { causedRequest, flatSteps, isExchange, messagesOf } from './tree.js';
export { anyOf, flag, many, number, one, text, texts } from './view-shapes.js';
export type { Shape, ViewOf, ViewShapes } from './view-shapes.js';
