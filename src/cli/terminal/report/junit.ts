import { isError } from '../../../source/index.js';
import type { Diagnostic } from '../../../source/index.js';
import { printable } from '../printable.js';
import { fullMessage, placeOf } from './reporter.js';
import type { ReportContext, Reporter, SkippedRule } from './reporter.js';

/**
 * JUnit XML: a suite per file, a case per diagnostic, and one passing case for a file without any. A security rule
 * that had nothing to check is a skipped case.
 */
export const reportJunit: Reporter = (diagnostics, context) => {
  const pathOf = ({ span }: Diagnostic) => span?.source.path ?? 'authflow';
  const paths = [...new Set([...context.paths, ...diagnostics.map(pathOf)])];
  const suites = paths.map((path) =>
    suite(
      path,
      diagnostics.filter((diagnostic) => pathOf(diagnostic) === path),
      context,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="authflow">\n${suites.join('')}</testsuites>\n`;
};

function suite(path: string, diagnostics: readonly Diagnostic[], context: ReportContext): string {
  const name = escapeXml(context.repositoryPath(path));
  const failures = diagnostics.filter(isError).length;
  const skipped = (context.skipped ?? []).filter((one) => one.path === path);
  const cases = diagnostics.map((diagnostic) => testCase(name, diagnostic));
  const clean = `    <testcase classname="${name}" name="valid" time="0"/>\n`;
  return [
    `  <testsuite name="${name}" tests="${Math.max(1, cases.length) + skipped.length}" failures="${failures}" errors="0" skipped="${skipped.length}" time="0">\n`,
    ...(cases.length === 0 ? [clean] : cases),
    ...skipped.map((one) => skippedCase(name, one)),
    '  </testsuite>\n',
  ].join('');
}

function testCase(classname: string, diagnostic: Diagnostic): string {
  const { code, message, span } = diagnostic;
  const start = span ? placeOf(span).start : null;
  const name = escapeXml(start ? `${code} ${start.line}:${start.column}` : code);
  const body = escapeXml(fullMessage(diagnostic));
  // Only errors fail: a warning is printed in a passing case.
  const inner = isError(diagnostic)
    ? `<failure type="${escapeXml(code)}" message="${escapeXml(message)}">${body}</failure>`
    : `<system-out>${body}</system-out>`;
  return `    <testcase classname="${classname}" name="${name}" time="0">${inner}</testcase>\n`;
}

const skippedCase = (classname: string, { rule, reason }: SkippedRule): string =>
  `    <testcase classname="${classname}" name="${rule.id} ${rule.name}" time="0"><skipped message="${escapeXml(reason)}"/></testcase>\n`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** XML 1.0 can't contain control characters (§2.2), not even as references. */
function escapeXml(text: string): string {
  return printable(text.replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')).replace(
    /[&<>"\n\t]/g,
    (character) => entities[character] ?? character,
  );
}
