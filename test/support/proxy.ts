/** A module proxy in a folder, for the real go without a network: https://go.dev/ref/mod#goproxy-protocol over file://. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a module version of the proxy declares. */
export interface ProxyModule {
  readonly path: string;
  readonly version: string;
  /** Lines after `module PATH`; without a go line the module is not pruned. */
  readonly mod?: string;
  /** The path in the module line, where it is another one: go refuses such a module, unless it is a replacement. */
  readonly declares?: string;
  /** There is a .mod file but no .info: `go mod graph` succeeds, `go list -m` reports the module. */
  readonly withoutInfo?: true;
  /** RFC 3339 time in its .info; the beginning of 2024 unless given. */
  readonly time?: string;
  /** Its go.mod begins with `// Deprecated: ` and this; go reads that of the latest version. */
  readonly deprecated?: string;
}

export interface Proxy {
  /** GOPROXY, GOSUMDB and a module cache of its own: lay it over the environment of go. */
  readonly env: Readonly<Record<string, string>>;
  /** A go.sum with the go.mod hashes of all modules but those left out. */
  sum(...without: string[]): string;
}

/** Lays the modules under `folder`/proxy; the module cache is `folder`/cache. */
export function makeProxy(folder: string, modules: readonly ProxyModule[]): Proxy {
  const root = path.join(folder, 'proxy');
  const sums = modules.map((module) => {
    const { version } = module;
    const comment = module.deprecated === undefined ? '' : `// Deprecated: ${module.deprecated}\n`;
    const text = `${comment}module ${module.declares ?? module.path}\n${module.mod ?? ''}`;
    const files = path.join(root, escaped(module.path), '@v');
    mkdirSync(files, { recursive: true });
    writeFileSync(path.join(files, 'list'), `${version}\n`, { flag: 'a' });
    writeFileSync(path.join(files, `${escaped(version)}.mod`), text);
    if (module.withoutInfo !== true) {
      const info = JSON.stringify({ Version: version, Time: module.time ?? '2024-01-01T00:00:00Z' });
      writeFileSync(path.join(files, `${escaped(version)}.info`), info);
    }
    return { module, line: `${module.path} ${version}/go.mod ${hashOfMod(text)}\n` };
  });
  return {
    env: {
      GOPROXY: pathToFileURL(root).href,
      GOSUMDB: 'off',
      GOMODCACHE: path.join(folder, 'cache'),
      GOFLAGS: '-modcacherw',
      GOWORK: '',
      GOPRIVATE: '',
      GONOSUMDB: '',
      GONOPROXY: '',
    },
    sum: (...without) =>
      sums
        .filter(({ module }) => !without.includes(module.path))
        .map(({ line }) => line)
        .join(''),
  };
}

/** golang.org/x/mod/module EscapePath: a capital becomes `!` and the small letter. */
function escaped(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

/** golang.org/x/mod/sumdb/dirhash Hash1 over the single file go.mod. */
function hashOfMod(text: string): string {
  const file = createHash('sha256').update(text).digest('hex');
  return `h1:${createHash('sha256').update(`${file}  go.mod\n`).digest('base64')}`;
}
