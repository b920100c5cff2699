/** Prints a register of threats. */
import { printCsv } from './print-csv.js';
import { printMarkdownTable } from './print-markdown-table.js';
import { threatColumns } from './threat-rows.js';
import type { ThreatRow } from './threat-rows.js';

export const registerFormats = ['csv', 'json', 'markdown'] as const;
export type RegisterFormat = (typeof registerFormats)[number];

/** `json`: a list of {@link ThreatRow}. */
export function printThreats(rows: readonly ThreatRow[], format: RegisterFormat): string {
  switch (format) {
    case 'csv':
      return printCsv(
        threatColumns,
        rows.map((row) => ({ ...row })),
      );
    case 'json':
      return `${JSON.stringify(rows, null, 2)}\n`;
    case 'markdown':
      return printMarkdownTable(
        ['ID', 'Flow', 'Step', 'Threat', 'STRIDE', 'Mitigation', 'Source'],
        rows.map(({ id, flow, number, message, title, category, mitigation, source }) => [
          ...[id, flow, number === '' ? message : `${number}. ${message}`, title],
          ...[category, mitigation, source],
        ]),
      );
  }
}
