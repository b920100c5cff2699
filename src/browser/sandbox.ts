/** Decides whether the browser can run in its sandbox. */

export interface SandboxWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly uid: number | undefined;
  readonly exists: (path: string) => boolean;
}

/** Docker and Podman; Kubernetes and the CI services that run on it set the variable. */
const CONTAINER_FILES = ['/.dockerenv', '/run/.containerenv'];

/** Why Chromium's sandbox can't work here, for the notice to the user; null if it can. */
export function sandboxHindrance({ env, platform, uid, exists }: SandboxWorld): string | null {
  if (platform !== 'linux') return null;
  if (env.AUTHFLOW_NO_SANDBOX === '1') return 'AUTHFLOW_NO_SANDBOX=1';
  if (uid === 0) return 'Chromium has no sandbox for root';
  if (CONTAINER_FILES.some(exists) || env.KUBERNETES_SERVICE_HOST) return 'Chromium has no sandbox in a container';
  return null;
}
