/** Builds the view of the Mermaid templates from a script. */
import { spanOf } from '../model/index.js';
import type { Script, ScriptBox, ScriptParticipant } from '../model/index.js';
import { joinLines } from '../source/index.js';
import { boxColor } from '../theme/index.js';
import type { MermaidContext, MermaidOptions } from './context.js';
import { findCreations } from './creations.js';
import { findEndings } from './endings.js';
import { escapeLines, escapeText } from './escape.js';
import { nameParticipants } from './ids.js';
import { noteAlignOf } from './layout.js';
import { drawOutside } from './outside.js';
import { reportSubstitutes } from './substitutes.js';
import { linkViews, participantView } from './participants.js';
import { stepGroups, numberingView } from './statements.js';
import type { BoxView, GroupView, MermaidView } from './mermaid-view.js';

/** Never fails: what Mermaid can't draw is replaced by the nearest that it can, and reported. */
export function mermaidView(said: Script, options: MermaidOptions): MermaidView {
  const script = drawOutside(said);
  const inOrder = script.participants.map(({ id }) => id);
  const names = nameParticipants(inOrder);
  const creations = findCreations(script, options.report);
  const endings = findEndings(script, options.report);
  const around = spanOf([], inOrder);
  const context: MermaidContext = { ...options, names, inOrder, creations, endings, around };
  reportSubstitutes(said, options.report);
  const variables = options.theme.variables;
  return {
    kind: 'diagram',
    id: script.id,
    noteAlign: noteAlignOf(script, options),
    themeVariables: variables.map((variable, index) => ({
      kind: 'theme-variable',
      ...variable,
      last: index === variables.length - 1,
    })),
    header: header(script),
    groups: [
      ...participantGroups(script, context),
      ...linkGroup(script, context),
      ...stepGroups(script.steps, context),
    ],
  };
}

/** Leaves out an empty title, accTitle or accDescr: Mermaid refuses the first, and takes the next line for the others. */
function header({ heading, accTitle, accDescr, autonumber }: Script): MermaidView['header'] {
  const title = escapeText(joinLines(heading), 'title');
  const accessibleTitle = escapeText(accTitle, 'accTitle');
  const description = escapeText(accDescr, 'accDescr');
  return [
    ...(title === '' ? [] : [{ kind: 'title', text: title } as const]),
    ...(accessibleTitle === '' ? [] : [{ kind: 'acc-title', text: accessibleTitle } as const]),
    ...(description === '' ? [] : [{ kind: 'acc-descr', text: description } as const]),
    ...(autonumber ? [numberingView(autonumber, autonumber.start === 1 && autonumber.step === 1)] : []),
  ];
}

/** Each box is a group, and each run of participants between boxes. */
function participantGroups({ participants, boxes }: Script, context: MermaidContext): readonly GroupView[] {
  const groups: GroupView[] = [];
  const addGroup = (items: GroupView['items']): void => {
    if (items.length > 0) groups.push({ kind: 'group', items });
  };
  let next = 0;
  for (const box of [...boxes].sort((left, right) => left.first - right.first)) {
    addGroup(declarations(participants.slice(next, box.first), context));
    addGroup(boxView(box, participants.slice(box.first, box.last + 1), context));
    next = box.last + 1;
  }
  addGroup(declarations(participants.slice(next), context));
  return groups;
}

function declarations(participants: readonly ScriptParticipant[], context: MermaidContext): BoxView['participants'] {
  return participants
    .filter(({ id }) => !context.creations.ids.has(id))
    .map((participant) => participantView(participant, false, context));
}

/** Empty where all its participants are created later: Mermaid draws those outside of boxes. */
function boxView(box: ScriptBox, members: readonly ScriptParticipant[], context: MermaidContext): readonly BoxView[] {
  const participants = declarations(members, context);
  if (participants.length === 0) return [];
  const color = boxColor(context.theme, box.color, box.zone);
  return [{ kind: 'box', color, title: escapeLines(box.lines, 'box'), participants }];
}

function linkGroup({ participants }: Script, context: MermaidContext): readonly GroupView[] {
  const items = participants
    .filter(({ id }) => !context.creations.ids.has(id))
    .flatMap((participant) => linkViews(participant, context));
  return items.length === 0 ? [] : [{ kind: 'group', items }];
}
