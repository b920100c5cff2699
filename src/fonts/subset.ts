/** Loads what cuts fonts down. The only file that imports it. */
import { EMBEDDING_PEERS, loadPeer, npmInstall } from '../peers/index.js';
import type { InstallWay } from '../peers/index.js';

export type SubsetFont = typeof import('subset-font');

/** @throws RasterFailure `missing-package`, with the command that installs what is missing. */
export async function loadSubsetFont(): Promise<SubsetFont> {
  const install: InstallWay = (peers) => `run: ${npmInstall(peers)}`;
  const needed = { what: '--embed-fonts needs', peers: EMBEDDING_PEERS, install };
  return (await loadPeer('subset-font', () => import('subset-font'), needed)).default;
}
