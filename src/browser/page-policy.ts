/** Decides what the page may load: mermaid-cli's own files and nothing else. */

/** mermaid-cli answers this host itself, from any script, style or font of the disk; so not all of it may be asked for. */
const INTERCEPTED = 'https://mermaid-cli-intercept.invalid/';

interface PagePolicy {
  readonly allows: (url: string) => boolean;
  /** From now on only what lies in the folders that were read so far. Called before the first diagram that isn't ours. */
  readonly close: () => void;
}

export function pagePolicy(): PagePolicy {
  const folders = new Set<string>();
  let open = true;
  const allows = (url: string): boolean => {
    if (url.startsWith('data:') || url.startsWith('blob:')) return true;
    if (open && url.startsWith('file:')) return true;
    if (!url.startsWith(INTERCEPTED)) return false;
    if (open) folders.add(new URL('.', url).href);
    // Mermaid's parts, which it loads when a diagram needs them, lie below the folder of the part that loads them.
    return [...folders].some((folder) => new URL(url).href.startsWith(folder));
  };
  return { allows, close: () => (open = false) };
}
