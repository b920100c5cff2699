/**
 * Cases as data. A case file has words on what it is about, the files it starts from, and commands, each with what it
 * prints:
 *
 *     -- flows/a.yaml --
 *     id: a
 *     $ authflow render flows/a.yaml
 *     | standard output
 *     ! standard error
 *     = exit code
 *
 * `-- <stdin> --` is standard input; `-- a -> b --` is a symbolic link; `../package/flows/` holds the shipped flows.
 * NAME=value before `authflow` is the environment; TERMINAL=80 makes the streams terminals of 80 columns. `$ cat FILE`
 * and `$ ls FOLDER` show what is there; `$ sed FILE OLD NEW` replaces words in a file,
 * and `$ rm FILE` removes it.
 */
export interface CaseFile {
  readonly about: string;
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly commands: readonly string[];
}

const fileHeader = /^-- (.+) --$/;

export function parseCase(text: string): CaseFile {
  const lines = text.split('\n');
  const commands = lines.filter((line) => line.startsWith('$ ')).map((line) => line.slice(2));
  const end = lines.findIndex((line) => line.startsWith('$ '));
  const head = lines.slice(0, end);
  const starts = head.flatMap((line, index) => (fileHeader.test(line) ? [index] : []));
  const files = starts.map((start, index) => ({
    name: fileHeader.exec(head[start]!)![1]!,
    content: head
      .slice(start + 1, starts[index + 1])
      .map((line) => `${line}\n`)
      .join(''),
  }));
  return { about: head.slice(0, starts[0] ?? end).join('\n'), files, commands };
}

export interface CommandResult {
  readonly command: string;
  readonly stdout: string;
  readonly stderr?: string;
  readonly code?: number;
}

/** The case file again, with what was printed just now. */
export function printCase({ about, files }: CaseFile, results: readonly CommandResult[]): string {
  const written = files.map(({ name, content }) => `-- ${name} --\n${content}`);
  const ran = results.map(({ command, stdout, stderr = '', code }) =>
    [`$ ${command}`, ...prefixed('|', stdout), ...prefixed('!', stderr), ...(code === undefined ? [] : [`= ${code}`])]
      .map((line) => `${line}\n`)
      .join(''),
  );
  return `${about}\n${written.join('')}${ran.join('')}`;
}

function prefixed(sign: string, text: string): string[] {
  if (text === '') return [];
  const lines = text.replaceAll('\x1b', '␛').replaceAll('\r', '␍').replace(/\n$/, '').split('\n');
  const unended = text.endsWith('\n') ? [] : [`${sign} (no line break)`];
  return [...lines.map((line) => `${sign} ${line}`.trimEnd()), ...unended];
}
