/** Builds a chart from Mermaid's database. What a flow can't express is reported, and replaced by the nearest that it can. */
import { participantShapes } from '../../model/index.js';
import type { Chart, ChartBox, ChartParticipant } from '../chart.js';
import type { TellLoss } from '../reader.js';
import type { MermaidDatabase } from './database.js';
import { decodeAddress, decodeColor, decodeLine, decodeName, decodeText } from './decode.js';
import type { Places } from './find-places.js';
import { wrapLoss, wrapsAll } from './read-config.js';
import { readRows } from './read-rows.js';

export function readChart(database: MermaidDatabase, places: Places, tell: TellLoss): Chart {
  const boxes = database.boxes.filter((box) => box.participants.length > 0);
  reportUnread(database, places, tell);
  const drawnTitle = decodeLine(database.title);
  const accTitle = decodeLine(database.accTitle);
  if (drawnTitle !== '' && accTitle !== '' && accTitle !== drawnTitle)
    tell(`the title for screen readers, ${JSON.stringify(accTitle)}, is replaced by the drawn one`, places.diagram);
  return {
    drawnTitle,
    title: drawnTitle === '' ? accTitle : drawnTitle,
    summary: decodeLine(database.accDescr.replaceAll('\n', ' ')),
    participants: database.participants.map((participant) => readParticipant(participant, boxes, places)),
    boxes: boxes.map((box): ChartBox => ({ title: decodeText(box.title), color: decodeColor(box.color) })),
    rows: readRows(database, places, tell),
  };
}

function readParticipant(
  { id, label, type, links }: MermaidDatabase['participants'][number],
  boxes: MermaidDatabase['boxes'],
  places: Places,
): ChartParticipant {
  const box = boxes.findIndex(({ participants }) => participants.includes(id));
  return {
    id: decodeName(id),
    label: decodeText(label),
    shape: participantShapes.find((shape) => shape === type) ?? 'participant',
    links: links.map(([name, url]) => [decodeLine(name), decodeAddress(url)]),
    box: box === -1 ? null : box,
    declaredAt: places.declarations(id),
  };
}

/** Reports what a chart cannot contain. */
function reportUnread(database: MermaidDatabase, places: Places, tell: TellLoss): void {
  if (wrapsAll(database.config)) tell(wrapLoss, places.diagram);
  else {
    for (const { id, wrap } of database.participants) if (wrap) tell(wrapLoss, places.statement('addParticipant', id));
    if (database.boxes.some(({ wrap }) => wrap)) tell(wrapLoss, places.statement('boxStart'));
  }
  for (const { title } of database.boxes.filter((box) => box.participants.length === 0)) {
    const message = `the box ${JSON.stringify(decodeLine(title))} without participants is left out`;
    tell(message, places.statement('boxStart'));
  }
  for (const { kind, actor } of database.statements) {
    const what = { addProperties: 'properties', addDetails: 'details' }[kind];
    const span = places.statement(kind, actor ?? '');
    if (what) tell(`the ${what} of participant ${JSON.stringify(actor)} are left out`, span);
    const isLink = kind === 'addLinks' || kind === 'addALink';
    if (isLink && database.participants.some(({ id, links }) => id === actor && links.length === 0)) {
      tell(`Mermaid can't read the links of participant ${JSON.stringify(actor)}`, span);
    }
  }
}
