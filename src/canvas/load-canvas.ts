/** Loads the canvas, only when a picture in pixels or for print is asked for. The only file that imports it. */
import { CANVAS_PEERS, loadPeer, npmInstall } from '../peers/index.js';

export type CanvasModule = typeof import('@napi-rs/canvas');
export type Context = Pick<
  import('@napi-rs/canvas').SKRSContext2D,
  | 'beginPath'
  | 'direction'
  | 'fill'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalAlpha'
  | 'lang'
  | 'lineCap'
  | 'lineJoin'
  | 'lineTo'
  | 'lineWidth'
  | 'measureText'
  | 'moveTo'
  | 'restore'
  | 'roundRect'
  | 'save'
  | 'scale'
  | 'setLineDash'
  | 'stroke'
  | 'strokeStyle'
  | 'textAlign'
  | 'translate'
>;
export type FontKey = import('@napi-rs/canvas').FontKey;

/** @throws RasterFailure `missing-package`, with the command that installs it. */
export const loadCanvas = (): Promise<CanvasModule> =>
  loadPeer('@napi-rs/canvas', () => import('@napi-rs/canvas'), {
    what: 'PNG and PDF need',
    peers: CANVAS_PEERS,
    install: (peers) => `run: ${npmInstall(peers)}`,
  });
