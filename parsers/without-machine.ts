/** Go's words made the same on every machine, for a snapshot: folders, proxy hosts and addresses are replaced. */

export interface Machine {
  /** Folder of the module or go.work: becomes `.`. */
  readonly dir?: string;
  /** Folder that holds the scratch copies: becomes `.` too, for they stand for the module's own files. */
  readonly scratch?: string;
  /** Becomes `GOMODCACHE`. */
  readonly gomodcache?: string;
  /** Becomes `~`. */
  readonly home?: string;
  /** Hosts of GOPROXY and GOSUMDB, with a port where they have one: each becomes `HOST`. */
  readonly hosts?: readonly string[];
}

/**
 * The text without what only this machine knows. Longer folders go first, so that a module inside the home folder is
 * `.` and not `~/module`. Names and passwords in addresses go always, and so do numeric addresses with a port.
 */
export function withoutMachine(text: string, machine: Machine): string {
  const folders: (readonly [string, string])[] = [];
  const add = (folder: string | undefined, name: string): void => {
    const path = folder?.replace(/[/\\]+$/, '') ?? '';
    if (path !== '') folders.push([path, name]);
  };
  add(machine.dir, '.');
  add(machine.scratch, '.');
  add(machine.gomodcache, 'GOMODCACHE');
  add(machine.home, '~');
  let result = text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi, '$1');
  for (const [path, name] of folders.sort(([a], [b]) => b.length - a.length)) {
    result = result.replace(new RegExp(`${escaped(path)}(?![\\w.-])`, 'g'), () => name);
  }
  for (const host of [...(machine.hosts ?? [])].sort((a, b) => b.length - a.length)) {
    if (host !== '') result = result.replace(new RegExp(`(?<![\\w.-])${escaped(host)}(?![\\w-]|\\.\\w)`, 'gi'), 'HOST');
  }
  return result.replace(/(?<![\w.])(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]):\d+/gi, 'ADDRESS');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}
