/** vendor/modules.txt: what it says of modules and packages. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { joinName } from '../../graph/model/name.ts';
import { readText } from './read-text.ts';

/**
 * `path@version` of each module in vendor/modules.txt under `root`, replaced ones by the name that is required; empty
 * without that file. Its lines are written by cmd/go/internal/modcmd/vendor.go: `# path version`, then maybe `=> …`.
 */
export function vendored(root: string): string[] {
  const file = path.join(root, 'vendor', 'modules.txt');
  if (!existsSync(file)) return [];
  return readText(file)
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, module, version] = /^# (\S+) (v\S+)(?: =>.*)?$/.exec(line) ?? [];
      return module === undefined || version === undefined ? [] : [joinName(module, version)];
    });
}

/** There is a vendor folder of a go that lists there what go.mod has to say for it to be used: 1.14 and later. */
export function isVendored(root: string): boolean {
  const file = path.join(root, 'vendor', 'modules.txt');
  return existsSync(file) && /^## (?:workspace|explicit)/m.test(readText(file));
}

/** The list of a vendor folder is there and its packages are not: so comes a vendored module out of a module zip (golang.org/x/mod/zip). */
export function isHollow(root: string): boolean {
  return !readdirSync(path.join(root, 'vendor'), { withFileTypes: true }).some((one) => !one.isFile());
}

/** Module path → import paths of its packages that are in the folder. */
export function vendoredPackages(root: string): Map<string, string[]> {
  const packages = new Map<string, string[]>();
  let ofModule: string[] = [];
  for (const line of readText(path.join(root, 'vendor', 'modules.txt')).split(/\r?\n/)) {
    const module = /^# (\S+)/.exec(line)?.[1];
    if (module !== undefined) {
      ofModule = packages.get(module) ?? [];
      packages.set(module, ofModule);
    } else if (line !== '' && !line.startsWith('#')) ofModule.push(line);
  }
  return packages;
}
