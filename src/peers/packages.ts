/** The optional packages, and the command that installs them. */

/** The optional peers, at the versions that authflow is tested with. */
export const PEERS = {
  '@napi-rs/canvas': '1.1.1',
  '@mermaid-js/mermaid-cli': '~11.17.0',
  puppeteer: '^24.43.1',
  '@sparticuz/chromium': '147.0.0',
  '@expo-google-fonts/noto-sans': '^0.4.2',
  '@expo-google-fonts/noto-sans-math': '^0.4.2',
  '@expo-google-fonts/noto-sans-mono': '^0.4.2',
  '@expo-google-fonts/noto-color-emoji': '^0.4.6',
  'subset-font': '^2.9.0',
} as const satisfies Record<string, string>;

export type Peer = keyof typeof PEERS;

/** The oldest Node of mermaid-cli 12, which asks for puppeteer 25. */
const NODE_OF_12 = [22, 13] as const;

/** In place of those above, from that Node on. */
export const PEERS_OF_12 = {
  '@mermaid-js/mermaid-cli': '~12.2.0',
  puppeteer: '^25.16.0',
} as const satisfies Partial<Record<Peer, string>>;

/** Draws PNG and PDF. Pinned, because another version may draw other bytes. */
export const CANVAS_PEERS = ['@napi-rs/canvas'] as const satisfies readonly Peer[];
/** Needed for pictures by Mermaid, in addition to a browser and fonts. */
export const RENDERER_PEERS = ['@mermaid-js/mermaid-cli', 'puppeteer'] as const satisfies readonly Peer[];
/** A browser for Linux on x64. Debian's and Ubuntu's own browsers, or a downloaded Chrome, work too. */
export const BROWSER_PEERS = ['@sparticuz/chromium'] as const satisfies readonly Peer[];
export const FONT_PEERS = [
  '@expo-google-fonts/noto-sans',
  '@expo-google-fonts/noto-sans-math',
  '@expo-google-fonts/noto-color-emoji',
] as const satisfies readonly Peer[];

/** Only for `--embed-fonts`. */
export const EMBEDDING_PEERS = ['subset-font'] as const satisfies readonly Peer[];

/**
 * `npm install -D "puppeteer@^24.43.1"`, quoted so that every shell takes it literally (cmd.exe drops a bare `^`).
 *
 * @param node `20.20.2`, the one that runs
 */
export function npmInstall(peers: readonly Peer[], node: string = process.versions.node): string {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const isRecent = major > NODE_OF_12[0] || (major === NODE_OF_12[0] && minor >= NODE_OF_12[1]);
  const versions: Readonly<Record<Peer, string>> = isRecent ? { ...PEERS, ...PEERS_OF_12 } : PEERS;
  return `npm install -D ${peers.map((peer) => `"${peer}@${versions[peer]}"`).join(' ')}`;
}
