export { annotateFlow } from './annotate.js';
export type { Annotations } from './annotate.js';
export { excerptNames, findExcerpt } from './excerpt.js';
export type { Excerpt } from './excerpt.js';
export { cornerNames, flowProfiles, participantKinds, participantShapes } from './flow.js';
export type {
  Allowance,
  AsciiChoice,
  BoxRun,
  ChannelMarks,
  Corners,
  Flow,
  FlowStatus,
  LintChoice,
  Participant,
  ParticipantKind,
  ParticipantShape,
  PhaseChoice,
  Spec,
  ThemeChoice,
  Variable,
} from './flow.js';
export { statusIn } from './http.js';
export type { Field, Json, Request, Response, SamlData } from './http.js';
export { fitsDoubles, printScalar } from './json-scalar.js';
export { lifelinesOf, namedBy, spanOf } from './named-participants.js';
export type { ParticipantSpan } from './named-participants.js';
export type { Page, PageCode, PageParameter, PageSample, PageSection, PageTable } from './page.js';
export type { AdvanceOf, FontWidths } from './font-widths.js';
export { paperName, papers, readPaper } from './paper.js';
export type { Paper } from './paper.js';
export { hasPhaseInside, phaseBefore, phasesOf } from './phases.js';
export type { EmbeddedFonts, EmbedRequest, FaceText } from './picture-fonts.js';
export {
  isPart,
  partEnding,
  pictureThemes,
  pictureVariants,
  readThemes,
  slideVariants,
  svgIdOf,
} from './picture-variants.js';
export type { PictureVariant, Size, ThemePair } from './picture-variants.js';
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
  ScriptBranch,
  ScriptDelay,
  ScriptFragment,
  ScriptHighlight,
  ScriptMessage,
  ScriptNote,
  ScriptNumbering,
  ScriptParticipant,
  ScriptPhase,
  ScriptReference,
  ScriptStep,
} from './script.js';
export { checkNames, checkSources, describeChecks } from './checks.js';
export type { Check } from './checks.js';
export { giveIds, LEGEND, stepText } from './step-ids.js';
export { numberSteps, quoteSteps } from './step-references.js';
export { arrowHeads, endsOf, fragmentTypes, isOutside, looseEnd, outside, toneNames } from './step.js';
export type {
  ActivationChange,
  Arrow,
  ArrowHead,
  Branch,
  Channel,
  Delay,
  DrawnNames,
  Exchange,
  FlowReference,
  Fragment,
  FragmentType,
  Highlight,
  LooseEnd,
  Message,
  Note,
  NoteBody,
  Numbering,
  NumberingChange,
  Step,
  StepBase,
  Threat,
  Tone,
} from './step.js';
export { defaultBranches, stepById, stepIds, stepsOnPath, stepsWithPaths } from './steps.js';
export type { Choices } from './steps.js';
export {
  causedRequest,
  childrenOf,
  enclosedSteps,
  flatSteps,
  flatWithNotes,
  isExchange,
  mapTree,
  messagesOf,
  stepLists,
} from './tree.js';
export type { Enclosing } from './tree.js';
export { anyOf, flag, many, number, one, text, texts } from './view-shapes.js';
export type { Shape, ViewOf, ViewShapes } from './view-shapes.js';
export { tellsChannelsApart } from './tree.js';
export { listThreats } from './threats.js';
export type { ListedThreat } from './threats.js';
export { sayAll, sayCategory, sayList } from './wording.js';
export type { Say, Wording } from './wording.js';
