/** From Mermaid's database to a chart. What a flow can't say is reported, and the nearest that it can say stands for it. */
import { participantShapes } from '../model/index.js';
import { attachToMessages } from './attach.js';
import type { Chart, ChartBox, ChartParticipant } from './chart.js';
import { readColor } from './color.js';
import { participantName, tellLoss, wrapLoss, wrapsAll } from './context.js';
import type { ChartContext } from './context.js';
import type { MermaidDatabase } from './database.js';
import { decodeLine, decodeText } from './decode.js';
import { checkLives } from './lives.js';
import { readRows } from './read-rows.js';

export function readChart(database: MermaidDatabase, context: ChartContext): Chart {
  const boxes = database.boxes.filter((box) => box.participants.length > 0);
  reportUnread(database, context);
  const { places } = context;
  const heading = decodeLine(database.title);
  const accTitle = decodeLine(database.accTitle);
  if (heading !== '' && accTitle !== '' && accTitle !== heading) {
    const message = `the title for screen readers, ${JSON.stringify(accTitle)}, gives way to the drawn one`;
    tellLoss(context, message, places.diagram);
  }
  return {
    heading,
    accTitle: heading === '' ? accTitle : heading,
    accDescr: decodeLine(database.accDescr.replaceAll('\n', ' ')),
    participants: database.participants.map((participant) => readParticipant(participant, boxes)),
    boxes: boxes.map((box): ChartBox => ({ title: decodeText(box.title), color: readColor(box.color) })),
    rows: checkLives(attachToMessages(readRows(database, context)), context),
  };
}

function readParticipant(
  { id, label, type, links }: MermaidDatabase['participants'][number],
  boxes: MermaidDatabase['boxes'],
): ChartParticipant {
  const box = boxes.findIndex(({ participants }) => participants.includes(id));
  return {
    id: participantName(id),
    label: decodeText(label),
    shape: participantShapes.find((shape) => shape === type) ?? 'participant',
    links: links.map(([name, url]) => [decodeLine(name), decodeLine(url)]),
    box: box === -1 ? null : box,
  };
}

/** What the chart has no place for. */
function reportUnread(database: MermaidDatabase, context: ChartContext): void {
  const { places } = context;
  if (wrapsAll(database.config)) tellLoss(context, wrapLoss, places.diagram);
  else {
    for (const { id, wrap } of database.participants)
      if (wrap) tellLoss(context, wrapLoss, places.statement('addParticipant', id));
    if (database.boxes.some(({ wrap }) => wrap)) tellLoss(context, wrapLoss, places.statement('boxStart'));
  }
  for (const { title } of database.boxes.filter((box) => box.participants.length === 0)) {
    const message = `the box ${JSON.stringify(decodeLine(title))} without participants is left out`;
    tellLoss(context, message, places.statement('boxStart'));
  }
  for (const { kind, actor } of database.statements) {
    const what = { addProperties: 'properties', addDetails: 'details' }[kind];
    const span = places.statement(kind, actor ?? '');
    if (what) tellLoss(context, `the ${what} of participant ${JSON.stringify(actor)} are left out`, span);
    const isLink = kind === 'addLinks' || kind === 'addALink';
    if (isLink && database.participants.some(({ id, links }) => id === actor && links.length === 0)) {
      tellLoss(context, `Mermaid can't read the links of participant ${JSON.stringify(actor)}`, span);
    }
  }
}
