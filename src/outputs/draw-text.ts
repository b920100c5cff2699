/** Draws the text diagram by its stages. Pure: colours for a terminal are passed in. */
import { annotateFlow } from '../model/index.js';
import type { Flow } from '../model/index.js';
import type { Diagnostic, Report } from '../source/index.js';
import { asciiView, paintView, styles, withinStyle } from '../text-diagram/index.js';
import type { AsciiView, Style } from '../text-diagram/index.js';
import { chooseTextTheme, findPreset } from '../theme/index.js';
import { anchorMarks, fillStepNumbers, putIntoWords, transliterateScript } from '../words/index.js';
import { outputDefaults } from './make-options.js';
import type { TextOptions } from './make-options.js';
import { zoneNames } from '../picture/index.js';
import { templatesIn } from '../design.js';
import type { Design } from '../design.js';

type DrawOptions = TextOptions & { readonly design: Design };

/** Rows and roles, before a template prints them. */
export function drawText(
  said: Flow,
  { comment = '', paint, design, ...asked }: DrawOptions,
  report: Report,
  preset = () => findPreset(asked.theme ?? said.theme.preset, said.theme, design.presets, report),
): AsciiView {
  const legs = styles[asked.style ?? said.ascii.style].legs ? said.ascii.legs : null;
  const templates = templatesIn(design, said.lang);
  const flow = annotateFlow(fillStepNumbers(said, 'text', legs), asked.annotations ?? {}, templates.wording.say);
  const found = preset();
  const theme = chooseTextTheme(found, flow.theme);
  const columns = asked.width ?? flow.ascii.width;
  const usual = asked.usualWidth ?? outputDefaults.width;
  const room = (columns ?? usual) - comment.length;
  const options = withinStyle({
    ...flow.ascii,
    style: asked.style ?? flow.ascii.style,
    charset: asked.charset ?? 'unicode',
    corners: theme.corners,
    width: room,
  });
  const { charset, width } = options;
  const words = putIntoWords(flow, 'text', templates, {
    charset,
    excerpt: asked.excerpt ?? null,
    legs,
    zoneNames: zoneNames(found, design.zones ?? {}, templates.wording.say),
  });
  const script = charset === 'ascii' ? transliterateScript(words, flow, report) : anchorMarks(words);
  const { widest }: Style = styles[options.style];
  const view = asciiView(script, options);
  if (view.width > width) {
    const needed = view.width + comment.length;
    if (widest !== null && view.width > widest) report(tooWideForStyle(view.width, widest, options.style, flow));
    else if (columns !== null) report(tooWide(needed, columns, flow));
    else report({ ...tooWide(needed, usual, flow), severity: 'info' });
  }
  return paint ? paintView(view, (role, text) => paint(theme.styles[role], text)) : view;
}

const tooWide = (smallest: number, asked: number, { span }: Flow): Diagnostic => ({
  code: 'text-width',
  severity: 'error',
  message: `the text diagram does not fit into ${asked} columns: its minimum width is ${smallest}`,
  span,
  hint: `use ${smallest} columns or more`,
});

const tooWideForStyle = (needed: number, widest: number, style: string, { span }: Flow): Diagnostic => ({
  code: 'text-width',
  severity: 'error',
  message: `the text diagram does not fit into ${widest} columns, the maximum of the style ${style}: this flow needs ${needed}`,
  span,
  hint: 'draw a part of the flow, shorten the labels of participants, or use another style',
});
