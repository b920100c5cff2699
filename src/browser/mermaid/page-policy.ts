/** Decides what the page may load: only mermaid-cli's own files. */

/** mermaid-cli answers requests to this host itself, with any script, style or font on the disk; so the requests are filtered. */
const INTERCEPTED = 'https://mermaid-cli-intercept.invalid/';

interface PagePolicy {
  readonly allows: (url: string) => boolean;
  /** Limits loading to the folders that were read so far. Called before the first diagram that isn't ours. */
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
    // Parts that Mermaid loads on demand are in or below the folder of the part that loads them.
    return [...folders].some((folder) => new URL(url).href.startsWith(folder));
  };
  return { allows, close: () => (open = false) };
}
