/** A module proxy as a folder, written and read (https://go.dev/ref/mod#goproxy-protocol over file://). */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { storedZip } from './stored-zip.ts';
import type { TxtarFile } from './txtar.ts';

export interface ProxyEntry {
  readonly path: string;
  readonly version: string;
  readonly mod: string;
  /** JSON; the version alone when absent. */
  readonly info?: string;
  /** Files of its zip, relative to the module's folder; no zip when absent. */
  readonly files?: readonly TxtarFile[];
}

/** golang.org/x/mod/module EscapePath: a capital becomes `!` and the small letter. */
function escaped(text: string): string {
  return text.replace(/[A-Z]/g, (capital) => `!${capital.toLowerCase()}`);
}

/** The .mod file of a module version in a proxy's folder, there or not. */
function modFile(folder: string, modulePath: string, version: string): string {
  return path.join(folder, escaped(modulePath), '@v', `${escaped(version)}.mod`);
}

/** Text of a module version's .mod; undefined when the folder has none. */
export function readProxyMod(folder: string, modulePath: string, version: string): string | undefined {
  const file = modFile(folder, modulePath, version);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Adds a module version; pseudo-versions stay out of the list, as in a real proxy. */
export function addToProxy(folder: string, entry: ProxyEntry): void {
  const file = modFile(folder, entry.path, entry.version);
  const stem = file.slice(0, -'.mod'.length);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, entry.mod);
  writeFileSync(`${stem}.info`, entry.info ?? JSON.stringify({ Version: entry.version, Time: '2024-01-01T00:00:00Z' }));
  const isPseudo = /[-.][0-9]{14}-[0-9a-f]{12}(\+|$)/.test(entry.version);
  writeFileSync(path.join(path.dirname(file), 'list'), isPseudo ? '' : `${entry.version}\n`, { flag: 'a' });
  if (entry.files === undefined) return;
  const prefix = `${entry.path}@${entry.version}/`;
  writeFileSync(`${stem}.zip`, storedZip(entry.files.map(({ name, text }) => ({ name: `${prefix}${name}`, text }))));
}
