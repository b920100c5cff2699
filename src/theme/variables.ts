/**
 * Lists the theme variables of Mermaid that affect a sequence diagram, with the values that each accepts. Mermaid
 * drops a value with any other character (sanitizeDirective), and no value can contain a quote or brace that would end
 * the directive.
 */
import { unknownName } from '../source/index.js';
import type { Report, Span } from '../source/index.js';
import { cssText, parseColor } from './color.js';
import type { ThemeVariable } from './theme.js';

type Kind = 'color' | 'font' | 'size' | 'weight' | 'width' | 'flag';

/** https://mermaid.js.org/config/theming.html#sequence-diagram-variables, and theme-base.js and sequence/styles.js of 11.17. */
const kinds: Readonly<Record<string, Kind>> = {
  actorBkg: 'color',
  actorBorder: 'color',
  actorTextColor: 'color',
  actorLineColor: 'color',
  signalColor: 'color',
  signalTextColor: 'color',
  noteBkgColor: 'color',
  noteTextColor: 'color',
  noteBorderColor: 'color',
  labelBoxBkgColor: 'color',
  labelBoxBorderColor: 'color',
  labelTextColor: 'color',
  loopTextColor: 'color',
  activationBkgColor: 'color',
  activationBorderColor: 'color',
  sequenceNumberColor: 'color',
  rectBkgColor: 'color',
  background: 'color',
  primaryColor: 'color',
  primaryTextColor: 'color',
  primaryBorderColor: 'color',
  secondaryColor: 'color',
  secondaryTextColor: 'color',
  secondaryBorderColor: 'color',
  tertiaryColor: 'color',
  tertiaryTextColor: 'color',
  tertiaryBorderColor: 'color',
  lineColor: 'color',
  textColor: 'color',
  mainBkg: 'color',
  titleColor: 'color',
  nodeBorder: 'color',
  fontFamily: 'font',
  fontSize: 'size',
  fontWeight: 'weight',
  noteFontWeight: 'weight',
  strokeWidth: 'width',
  darkMode: 'flag',
};

export const variableNames: readonly string[] = Object.keys(kinds);

const color = (value: string): string | null => {
  const parsed = parseColor(value);
  if (!parsed) return null;
  return /^(?:#[\da-f]+|(?:rgb|hsl)a?\([\d ,.%]+\)|[a-z]+)$/i.test(value) ? value : cssText(parsed);
};

const matching =
  (pattern: RegExp) =>
  (value: string): string | null =>
    pattern.test(value) ? value : null;

/** `read` returns the value as Mermaid accepts it, or null; `expected` describes accepted values in messages. */
const rules: Readonly<Record<Kind, { readonly expected: string; readonly read: (value: string) => string | null }>> = {
  color: { expected: 'a colour: #6d28d9, rgb(109,40,217), hsl(262,70%,50%) or a CSS name', read: color },
  font: {
    expected:
      'font names of letters, digits and spaces, separated by commas; Mermaid drops a name with a hyphen or a quote',
    read: matching(/^[A-Za-z\d][A-Za-z\d ]*(?:, ?[A-Za-z\d][A-Za-z\d ]*)*$/),
  },
  size: { expected: 'a size in pixels: 16px', read: matching(/^\d{1,3}(?:\.\d{1,2})?px$/) },
  weight: { expected: 'normal, bold, or 100 to 900', read: matching(/^(?:normal|bold|[1-9]00)$/) },
  width: { expected: 'a number of pixels: 2', read: matching(/^\d{1,2}(?:\.\d{1,2})?$/) },
  // Mermaid reads any text as true, and a directive contains only texts, so no value means false.
  flag: { expected: 'true; leave it out for false', read: matching(/^true$/) },
};

export const isVariable = (name: string): boolean => Object.hasOwn(kinds, name);

/** `name` must be one of {@link variableNames}. */
export function readVariable(
  name: string,
  value: string,
): { readonly value: string | null; readonly expected: string } {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind) throw new Error(`no theme variable ${name}`);
  const { read, expected } = rules[kind];
  return { value: read(value), expected };
}

/** A variable as an author wrote it. */
interface WrittenVariable {
  readonly name: string;
  readonly value: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span | undefined;
}

/** The variable with its value as Mermaid accepts it; null, with a diagnostic, if it isn't safe to print. */
export function checkVariable(written: WrittenVariable, report: Report): ThemeVariable | null {
  const { name, value, nameSpan, valueSpan } = written;
  if (!isVariable(name)) {
    const message = `unknown theme variable "${name}"`;
    const wayOut = unknownName(name, 'theme variables', variableNames, nameSpan);
    report({ code: 'theme-variable', severity: 'error', message, span: nameSpan, ...wayOut });
    return null;
  }
  const read = readVariable(name, value);
  if (read.value !== null) return { name, value: read.value };
  const message = `theme variable ${name} can't be ${JSON.stringify(value)}`;
  report({ code: 'theme-value', severity: 'error', message, span: valueSpan, hint: `expected ${read.expected}` });
  return null;
}
