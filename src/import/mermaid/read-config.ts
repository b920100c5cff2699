/** Reads the parts of Mermaid's configuration (front matter and directives) that a flow file has keys for. Reports the rest. */
import type { Span } from '../../source/index.js';
import { contrastOnDark, isVariable, readVariable } from '../../theme/index.js';
import type { ChartTheme, TellLoss } from '../reader.js';
import type { MermaidDatabase } from './database.js';
import { defaultSettings } from './default-settings.js';

type MermaidConfig = Readonly<Record<string, unknown>>;

/**
 * `at`: the place of the configuration in the source. `isLaidOut`: whether a note has indented lines, which a flow's diagrams
 * align on the left by themselves.
 */
export function readTheme(config: MermaidConfig, at: Span, isLaidOut: boolean, tellLoss: TellLoss): ChartTheme | null {
  const { theme = 'default', themeVariables } = config;
  const tell = (loss: string) => tellLoss(loss, at);
  const ownWay = isLaidOut ? { noteAlign: 'left' } : {};
  for (const path of unread(config, ownWay)) tell(`Mermaid's setting ${path} is left out`);
  const variables = Object.entries(isMap(themeVariables) ? themeVariables : {}).flatMap(([name, value]) => {
    const text = String(value);
    // Every text has the font of the general setting.
    const isKnown = isVariable(name) && readVariable(name, text).value !== null;
    if (!isKnown && name !== 'fontFamily') tell(`the theme variable ${name} is left out`);
    return isKnown ? [[name, text] as const] : [];
  });
  const name = String(theme);
  const preset = presets[name] ?? null;
  const isBase = name === 'base' && variables.length > 0;
  if (preset !== null) tell(`Mermaid's theme "${name}" becomes authflow's "${preset}"`);
  else if (name !== 'default' && !isBase) tell(`Mermaid's theme "${name}" is left out: the diagram follows its host`);
  else if (variables.length > 0 && !isBase) tell('the theme variables now override Mermaid\'s theme "base"');
  return preset === null && variables.length === 0 ? null : { preset, variables };
}

export const wrapLoss = 'lines that Mermaid wraps because of "wrap" are not wrapped';

/** Whether the configuration makes Mermaid wrap all long lines. */
export const wrapsAll = ({ wrap, sequence }: MermaidConfig): boolean =>
  wrap === true || (isMap(sequence) && sequence.wrap === true);

/** The contrast of the messages' text on a dark page; null where the diagram leaves its colour to the host. */
export function darkContrast({ config, messageColor }: MermaidDatabase): number | null {
  return 'theme' in config || 'themeVariables' in config ? contrastOnDark(messageColor) : null;
}

/** Mermaid's themes that correspond to a preset. */
const presets: Readonly<Record<string, string>> = { dark: 'dark' };

/** Settings that are read elsewhere. */
const read = ['theme', 'themeVariables', 'sequence.showSequenceNumbers', 'wrap', 'sequence.wrap'];

/** Settings that change nothing in the picture of a sequence diagram: Mermaid's general font overrides its three. */
const unseen = [
  ...['actorFontFamily', 'noteFontFamily', 'messageFontFamily'].map((name) => `sequence.${name}`),
  ...['actorFontSize', 'noteFontSize', 'messageFontSize'].map((name) => `sequence.${name}`),
  ...['logLevel', 'securityLevel', 'secure', 'startOnLoad', 'htmlLabels', 'markdownAutoWrap', 'layout', 'elk'],
  ...[
    'maxTextSize',
    'maxEdges',
    'deterministicIds',
    'deterministicIDSeed',
    'suppressErrorRendering',
    'dompurifyConfig',
  ],
  ...['arrowMarkerAbsolute', 'sequence.arrowMarkerAbsolute'],
];

/** Whether a setting is read, changes nothing, or belongs to another kind of diagram. */
const isSettled = (name: string, value: unknown): boolean =>
  read.includes(name) || unseen.includes(name) || (isMap(value) && !name.startsWith('sequence'));

/** The paths of other settings. `drawn`: the settings of sequence diagrams that the flow's own diagram has, besides Mermaid's. */
function unread(config: MermaidConfig, drawn: MermaidConfig, path = ''): readonly string[] {
  const own: MermaidConfig = path === 'sequence.' ? { ...defaultSettings, ...drawn } : {};
  return Object.entries(config).flatMap(([key, value]) => {
    const name = path + key;
    if (isSettled(name, value) || (key in own && own[key] === value)) return [];
    return isMap(value) ? unread(value, drawn, `${name}.`) : [name];
  });
}

const isMap = (value: unknown): value is MermaidConfig =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
