/** vendor/modules.txt: versions that were selected when the folder was made. */
import { existsSync } from 'node:fs';
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
