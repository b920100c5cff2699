/** A scene as figures and connectors, in the order in which they are read: frames, participants, then messages. */
import type { Scene, SceneStep } from '../../scene/index.js';
import type { Drawn, Figure, Site } from '../shapes/index.js';
import { connectorOf, loopOf, placeOfArrow } from './arrows.js';
import type { About } from './arrows.js';
import { clicksOf, noClicks } from './clicks.js';
import type { Clicks } from './clicks.js';
import { drawBar, drawFrame } from './frames.js';
import { drawParticipant, takeParticipants } from './participants.js';
import { drawPiece, drawRest } from './plain.js';
import { piecesOf, Pool } from './pieces.js';
import type { Piece } from './pieces.js';

export interface DiagramWords {
  /** What readers hear of an answer: `reply`. */
  readonly reply: string;
}

interface Drawing {
  readonly clicks: Clicks;
  readonly words: DiagramWords;
  /** Names of participants by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly sites: Map<string, Site[]>;
  /** The middles of lifelines by participant. */
  readonly middles: ReadonlyMap<string, number>;
}

export function drawDiagram(scene: Scene, build: boolean, words: DiagramWords): readonly Drawn[] {
  const clicks = build ? clicksOf(scene) : noClicks;
  const under = new Pool(piecesOf(scene.under));
  const heads = new Pool(piecesOf(scene.heads));
  under.take(({ role }) => role === 'ground');
  const participants = takeParticipants(heads, under);
  const drawing: Drawing = {
    clicks,
    words,
    names: new Map(participants.map(({ id, name }) => [id, name])),
    sites: new Map(participants.map(({ id }) => [id, []])),
    middles: new Map(participants.map(({ id, head }) => [id, head.x + head.width / 2])),
  };
  const grounds = drawGrounds(under, heads, scene, clicks);
  const bands = under.take(({ role }) => role === 'band');
  const on = drawOn(under, clicks);
  // Sites are known once all messages are drawn.
  const steps = scene.steps.flatMap((step, index) => drawStep(step, index, bands, drawing));
  const firstTop = Math.min(...participants.map(({ head }) => head.y));
  const posts = participants.flatMap((one) => drawParticipant(one, drawing.sites.get(one.id) ?? [], firstTop, clicks));
  const rest = { of: '', click: null };
  return [...grounds, ...posts, ...on, ...drawRest(under, rest), ...steps, ...drawRest(heads, rest)];
}

/** Zones with their titles, regions, and frames. */
function drawGrounds(under: Pool, heads: Pool, scene: Scene, clicks: Clicks): readonly Drawn[] {
  const rest = { of: '', click: null };
  return [
    ...under.take(({ role }) => role === 'zone').map((piece) => drawPiece(piece, heads, rest)),
    ...under
      .take(({ role }) => role === 'region')
      .map((piece) => ({ ...drawPiece(piece, heads, rest), click: clickAround(piece, clicks) })),
    ...under
      .take(({ role }) => role === 'frame')
      .map((piece) => drawFrame(piece, scene.steps, clickAround(piece, clicks))),
    ...under
      .take(({ role }) => role === 'branch-line')
      .map((piece) => {
        const y = piece.kind === 'line' ? piece.y1 : piece.y;
        return drawPiece(piece, heads, { of: '', click: clicks.before(y) });
      }),
  ];
}

function clickAround(piece: Piece, clicks: Clicks): number | null {
  if (piece.kind === 'rect') return clicks.around(piece.y, piece.y + piece.height);
  return piece.kind === 'path' ? clicks.around(piece.y + piece.box[1], piece.y + piece.box[3]) : null;
}

/** What stands on lifelines: activations, the bars of redirects, the crosses at their ends. */
function drawOn(under: Pool, clicks: Clicks): readonly Drawn[] {
  const bars = under.take(({ role }) => role === 'bar');
  const fills = bars.filter((piece) => piece.kind === 'rect');
  const open = new Map<string, number | null>();
  return [
    ...fills.map((fill, index): Figure => {
      const outline = bars.find((piece) => piece.kind === 'path' && piece.x === fill.x && piece.y === fill.y);
      // A text can interrupt a bar: what follows belongs to its beginning.
      const key = `${fill.participant ?? ''} ${fill.x}`;
      const click = clicks.arrowAt(fill.y) ?? open.get(key) ?? null;
      open.set(key, click);
      return drawBar(fill, outline?.kind === 'path' ? outline : null, { name: `Activation ${index + 1}`, click });
    }),
    ...under
      .take(({ role }) => role === 'redirect-bar' || role === 'end')
      .map((piece) => {
        const y = piece.kind === 'line' ? Math.max(piece.y1, piece.y2) : piece.y;
        return drawPiece(piece, under, { of: '', click: clicks.arrowAt(y) ?? clicks.after(y) });
      }),
  ];
}

function drawStep(step: SceneStep, index: number, bands: readonly Piece[], drawing: Drawing): readonly Drawn[] {
  const pieces = piecesOf(step.items);
  const pool = new Pool(pieces);
  const by = { of: step.step, click: drawing.clicks.step(index) };
  const behind =
    step.kind === 'phase' ? bands.filter((band) => band.kind === 'rect' && Math.abs(band.y - step.top) < 1) : [];
  const arrow = step.message ? drawArrow(step, pieces, pool, drawing, by) : [];
  return [...behind.map((band) => drawPiece(band, pool, by)), ...arrow, ...drawRest(pool, by)];
}

function drawArrow(
  step: SceneStep,
  pieces: readonly Piece[],
  pool: Pool,
  drawing: Drawing,
  { of, click }: { readonly of: string; readonly click: number | null },
): readonly Drawn[] {
  const { message } = step;
  const [piece] = pool.take(({ role }) => role === 'arrow');
  if (!message || !piece) return [];
  // A connector ends in heads of its own, but in no cross.
  if (message.arrow.head !== 'cross') pool.take(({ role }) => role === 'arrow-head');
  const about: About = { name: `Message ${of}`, alt: altOf(step, drawing), click };
  if (piece.kind === 'path') return [loopOf(piece, pieces, message, about)];
  if (piece.kind !== 'line') return [];
  if (message.from === null) pool.take((each) => each.kind === 'path' && each.role === 'end');
  const place = placeOfArrow(piece, pieces, message);
  const siteOf = (participant: string | null, at: Site['at']): number | null => {
    const sites = participant === null ? undefined : drawing.sites.get(participant);
    if (participant === null || !sites) return null;
    return sites.push({ at, isLeft: at[0] < (drawing.middles.get(participant) ?? 0) }) - 1;
  };
  const sites = { from: siteOf(message.from, place.tail), to: siteOf(message.to, place.tip) };
  return [connectorOf(place, piece, message, sites, about)];
}

/** `3. Client → Server (reply)`; its label says the rest. */
function altOf({ message, title }: SceneStep, { names, words }: Drawing): string {
  if (!message) return title;
  const name = (id: string | null): string => (id === null ? '…' : (names.get(id) ?? id));
  const { from, to, isReply, number } = message;
  const who = from === to ? name(from) : `${name(from)} → ${name(to)}`;
  return `${number === '' ? '' : `${number}. `}${who}${isReply && words.reply !== '' ? ` (${words.reply})` : ''}`;
}
