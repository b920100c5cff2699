/** Faults to plant in a right diagram, each in the way that renderers really go wrong. */

/** Gets a diagram's rows and returns them with one fault; unchanged rows where the diagram has no place for it. */
export type Plant = (rows: readonly string[]) => readonly string[];

/** Changes the first row that the pattern matches. */
const first =
  (pattern: RegExp, change: (row: string) => string): Plant =>
  (rows) => {
    const at = rows.findIndex((row) => pattern.test(row));
    return at === -1 ? rows : rows.with(at, change(rows[at] ?? ''));
  };
const replace = (pattern: RegExp, by: string): Plant => first(pattern, (row) => row.replace(pattern, by));
const drop =
  (pattern: RegExp): Plant =>
  (rows) => {
    const at = rows.findIndex((row) => pattern.test(row));
    return at === -1 ? rows : rows.toSpliced(at, 1);
  };
const swap =
  (one: RegExp, other: RegExp): Plant =>
  (rows) => {
    const [a, b] = [rows.findIndex((row) => one.test(row)), rows.findIndex((row) => other.test(row))];
    return a === -1 || b === -1 ? rows : rows.with(a, rows[b] ?? '').with(b, rows[a] ?? '');
  };

/** For the sample `everything`. */
export const faults: Readonly<Record<string, Plant>> = {
  'a letter of a label is missing': replace(/authorize/, 'autorize '),
  'a label is cut': replace(/code_challenge=…/, 'code_challen    '),
  'a line of a label is missing': drop(/\?code_challenge/),
  'a number is wrong': replace(/3\. Open/, '4. Open'),
  'two labels changed places': swap(/1\. Tap/, /6\. code/),
  'a label touches a lifeline': replace(/│ {2}1\. Tap "Log in" /, '│ 1. Tap "Log in"  '),
  'a label is one cell off': replace(/│ {2}6\. code /, '│   6. code'),
  'a participant is missing': replace(/Browser/, '       '),
  'a line of a participant is missing': replace(/Mobile App/, 'Mobile    '),
  'the heading is missing': drop(/with PKCE/),
  'the title of a box is missing': replace(/ Device /, '────────'),
  'a box is open': replace(/┐( +┌─ Cloud)/, ' $1'),
  'the name of a shape is missing': replace(/«database»/, '──────────'),
  'a note is missing': (rows) => rows.filter((row) => !row.includes('kept in memory')),
  'a note is open at its side': replace(/kept in memory │/, 'kept in memory  '),
  'a note has a gap in its border': (rows) => {
    const at = rows.findIndex((row) => row.includes('kept in memory'));
    return rows.with(at - 1, (rows[at - 1] ?? '').replace('┴─', '┴ '));
  },
  'the label of a fragment is missing': replace(/ alt \[user consents\] /, '─────────────────────'),
  'the label of a branch is missing': replace(/ else \[user denies\] /, '╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌'),
  'the labels of two branches changed places': (rows) =>
    rows.map((row) =>
      row.replace(/user consents|user denies/, (label) => (label === 'user denies' ? 'user consents' : 'user denies')),
    ),
  'the divider of a branch is solid': first(/╌ else/, (row) => row.replaceAll('╌', '─')),
  'a frame is not closed': drop(/└──┼/),
  'the side of a frame has a gap': first(/6\. code/, (row) => row.replace(/│$/, '')),
  'a corner is wrong': replace(/┌─ alt/, '├─ alt'),
  'a crossing is missing': replace(/╫/, '─'),
  'a crossing stands where nothing crosses': replace(/├──/, '├─┼'),
  'a head is missing': replace(/─>/, '──'),
  'a head points the wrong way': replace(/<─/, '>─'),
  'a head stops before its lifeline': replace(/─> ?│/, '> │'),
  'an asynchronous head became a plain one': replace(/\)│/, '>│'),
  'a cross became a plain head': replace(/x╌/, '<╌'),
  'a reply is drawn as a request': first(/<╌/, (row) => row.replaceAll('╌', '─')),
  'a lifeline has a gap': replace(/│( +)│$/, ' $1│'),
  'a lifeline ends early': (rows) =>
    rows.map((row, index) => (index > rows.length - 8 && index < rows.length - 2 ? row.replace(/│$/, '') : row)),
  'a lifeline runs over a note': replace(/kept in memory/, 'kept in│memory'),
  'an activation has no depth': replace(/║║/, '║ '),
  'an activation begins late': replace(/>║/, '>│'),
  'a self-message has no way back': replace(/│<──┘|<──┘/, '│   ┘'),
  'a destroyed participant lives on': replace(/╳/, '│'),
  'a created participant is there from the start': (rows) =>
    rows.map((row, index) => (index > 8 && index < 12 ? `${row.padEnd(rows[0]?.length ?? 0)} │` : row)),
  'a link is missing': drop(/Runbook/),
  'a row is doubled': (rows) => rows.flatMap((row, index) => (index === 20 ? [row, row] : [row])),
  'a row is shifted, as by a wide letter that was taken for a narrow one': replace(/認可 /, '認可  '),
  'white space ends a row': first(/Tap/, (row) => `${row} `),
  'a tab stands in a row': replace(/ {4}/, '\t'),
  'something is left over': (rows) => [...rows, 'x'],
  'a foot is missing': (rows) =>
    rows.map((row, index) => (index > rows.length - 6 ? row.replace('Browser', '       ') : row)),
};
