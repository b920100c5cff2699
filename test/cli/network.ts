/**
 * Counts what a program and its children send, or try to: the kernel counts for each network namespace, and a new one, in which
 * there is only this machine, begins at zero. So this sees a browser, too, and whatever way a program goes.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Why this machine can't count; null where it can. */
export function networkHindrance(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are Linux';
  const { status, stderr } = spawnSync('unshare', [...NAMESPACE, 'sh', '-c', LOOPBACK], { encoding: 'utf8' });
  return status === 0 ? null : `unshare (util-linux) and ip (iproute2) make no network namespace here: ${stderr}`;
}

const NAMESPACE = ['--map-root-user', '--net'];
/** Without it, an address of IPv6 would be refused before anything is counted. */
const LOOPBACK = 'PATH=$PATH:/usr/sbin:/sbin ip link set lo up';

/** In snmp(7)'s words: packets sent; connections and datagrams that found no way; connections begun; datagrams sent. */
const COUNTERS = ['Ip OutRequests', 'Ip OutNoRoutes', 'Tcp ActiveOpens', 'Udp OutDatagrams'];
const COUNTERS_OF_V6 = ['Ip6OutRequests', 'Ip6OutNoRoutes', 'Udp6OutDatagrams'];

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The counters that are not zero, such as `Ip OutNoRoutes`. */
  readonly attempts: readonly string[];
}

export function runCounted(command: readonly string[], cwd: string): Ran {
  const counters = join(cwd, '.counters');
  const script = `${LOOPBACK}; "$@"; status=$?; cat /proc/net/snmp /proc/net/snmp6 > .counters; exit $status`;
  const words = [...NAMESPACE, 'sh', '-c', script, 'sh', ...command];
  const { status, stdout, stderr } = spawnSync('unshare', words, { cwd, encoding: 'utf8' });
  const attempts = countersIn(readFileSync(counters, 'utf8'));
  rmSync(counters);
  return { status, stdout, stderr, attempts };
}

/** A line of names and a line of numbers for each protocol, then, for version 6, lines of a name and a number. */
function countersIn(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/));
  const values = new Map<string, number>();
  lines.forEach(([protocol = '', ...names], index) => {
    if (!protocol.endsWith(':')) values.set(protocol, Number(names[0]));
    else if (lines[index + 1]?.[0] === protocol)
      names.forEach((name, column) =>
        values.set(`${protocol.slice(0, -1)} ${name}`, Number(lines[index + 1]?.[column + 1])),
      );
  });
  const missing = COUNTERS.filter((name) => !Number.isInteger(values.get(name)));
  if (missing.length > 0) throw new Error(`/proc/net/snmp has no ${missing.join(', ')}`);
  return [...COUNTERS, ...COUNTERS_OF_V6].filter((name) => (values.get(name) ?? 0) > 0);
}
