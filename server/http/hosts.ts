/**
 * Which Host and Origin headers are ours. The answer to DNS rebinding: a name of a stranger may lead to 127.0.0.1, but the
 * browser still sends that name. Compared as whole texts with a fixed list; no header is ever taken apart, so none can
 * bring the parser down (webpack-dev-server CVE-2026-14631) or look alike.
 */
import { isIPv4 } from 'node:net';
import { Fault } from '../../graph/fault.ts';
import { json } from '../../graph/json-text.ts';

/** Host header → the origins that a page under it may have. */
export type AllowedHosts = ReadonlyMap<string, ReadonlySet<string>>;

/** A name or address of this machine's loopback, as given with --host. Throws a Fault 'usage' for every other. */
export function loopbackAddress(host: string): string {
  if (host === 'localhost') return '127.0.0.1';
  if (host === '::1' || (isIPv4(host) && host.startsWith('127.'))) return host;
  throw new Fault('usage', `--host ${json(host)} is not a loopback address.`, {
    hint: 'modscope serves this machine only: leave --host out, or name 127.0.0.1 or ::1. For another machine, forward the port: `ssh -L 7878:127.0.0.1:7878 …`.',
  });
}

/** An address as it stands in a URL. */
export function hostInUrl(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

/**
 * The hosts to answer to: the address listened on, `localhost`, and those given with --allow-host, which may also be
 * reached by https (a forwarded port). Throws a Fault 'usage' for an --allow-host that is no HOST or HOST:PORT.
 */
export function allowedHosts(address: string, port: number, extra: readonly string[]): AllowedHosts {
  const own = [hostInUrl(address), 'localhost'];
  const hosts = new Map<string, Set<string>>();
  // A browser leaves :80 away.
  for (const host of own.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]))) {
    hosts.set(host, new Set([`http://${host}`]));
  }
  for (const given of extra) {
    const host = given.toLowerCase();
    if (!/^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::[1-9][0-9]{0,4})?$/.test(host)) {
      throw new Fault('usage', `--allow-host ${json(given)} is not a HOST:PORT.`, {
        hint: 'Give it as the browser shows it, without http:// and path: `--allow-host box.example:8080`.',
      });
    }
    hosts.set(host, new Set([`http://${host}`, `https://${host}`]));
  }
  return hosts;
}
