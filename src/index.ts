/**
 * authflow as a library: turns a flow file's text into diagrams, pictures and pages. Everything here is pure; reading and writing
 * files, and what takes a browser, is left to the command.
 *
 * ```ts
 * import { compileFlow, renderFlow } from 'authflow';
 *
 * const { flow, diagnostics } = compileFlow({ path: 'flows/login.yaml', text });
 * if (flow) for (const { path, content } of renderFlow(flow).artifacts) console.log(path, content);
 * ```
 */
export { compileFlow } from './compile.js';
export type { Compiled, CompileOptions } from './compile.js';
export { loadDesign } from './design.js';
export type { Design } from './design.js';
export { excerptNames, findExcerpt } from './model/index.js';
export type {
  Excerpt,
  Role,
  ActivationChange,
  Allowance,
  Arrow,
  AsciiChoice,
  BoxRun,
  Branch,
  Channel,
  ChannelMarks,
  Corners,
  Delay,
  Exchange,
  Field,
  Flow,
  FlowReference,
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
  PhaseChoice,
  Request,
  Response,
  SamlData,
  Spec,
  Step,
  StepBase,
  ThemeChoice,
  Threat,
  Variable,
} from './model/index.js';
export { applyEdits, positionAt } from './source/index.js';
export type { Diagnostic, Edit, Fix, Position, Severity, Source, Span, Text, TextPart } from './source/index.js';
export { toScene, toSvg } from './picture/index.js';
export type { ToSceneOptions, ToSvgOptions } from './picture/index.js';
export type { FontWidths } from './model/index.js';
export type {
  Font,
  Item,
  Line,
  Link,
  Palette,
  Path,
  Rect,
  Role as SceneRole,
  Run,
  Scene,
  SceneStep,
  Shape,
  Stroke,
  TextItem,
  Token,
} from './scene/index.js';
export { svgStyles } from './svg/index.js';
export type { SvgPage, SvgStyleOptions } from './svg/index.js';
export { renderFlow } from './render.js';
export type { Artifact, Rendered, RenderOptions, TextFormat as Format } from './render.js';
export type {
  AsciiRow as TextRow,
  AsciiSegment as TextSegment,
  AsciiView as TextRows,
  RowKind,
} from './text-diagram/index.js';
export type { TextStyle } from './theme/index.js';

import { packagedDesign } from './design.js';
import type { Flow } from './model/index.js';
import { drawText } from './outputs/index.js';
import { renderFlow } from './render.js';
import type { RenderOptions, TextFormat } from './render.js';
import type { Diagnostic } from './source/index.js';
import type { AsciiView } from './text-diagram/index.js';

/** One output of a flow as text. Throws a RangeError with the diagnostics' messages if it can't be rendered. */
function render(flow: Flow, format: TextFormat, options: RenderOptions): string {
  const { artifacts, diagnostics } = renderFlow(flow, { ...options, formats: [format] });
  const [artifact] = artifacts;
  if (!artifact) throw new RangeError(diagnostics.map(({ message }: Diagnostic) => message).join('; '));
  return artifact.content;
}

/** The flow as a themed Mermaid `sequenceDiagram`. */
export const toMermaid = (flow: Flow, options: RenderOptions = {}): string => render(flow, 'mermaid', options);

/** The flow as a box-drawn text diagram. */
export const toText = (flow: Flow, options: RenderOptions = {}): string => render(flow, 'text', options);

/**
 * The text diagram row by row, for tools that colour it or mark it up. Each row consists of segments, and each segment has a
 * role: a lifeline, a note, a request in the front channel. The texts of the segments, joined, give the row.
 */
export const textRows = (flow: Flow, options: RenderOptions = {}): AsciiView =>
  drawText(flow, { ...options, design: options.design ?? packagedDesign() }, () => undefined);

/** The flow as a Markdown page, which also compiles as MDX. */
export const toPage = (flow: Flow, options: RenderOptions = {}): string => render(flow, 'page', options);

/** The flow as numbered sentences, for alt texts and `<details>`. */
export const toAlt = (flow: Flow, options: RenderOptions = {}): string => render(flow, 'alt', options);
