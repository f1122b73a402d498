/** Several go commands on the PATH: a shell, an editor and modscope may each run another one. */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { compareGoVersions } from '../../../graph/version/go-version.ts';
import { typed } from '../../../graph/remedy/typed.ts';
import { findProgram } from '../../process/find-program.ts';
import { goCommands } from '../../process/go-commands.ts';
import type { Ground } from '../ground.ts';
import { NotRun } from '../not-run.ts';
import type { Check } from '../types.ts';

/** Others that are asked for their version. */
const mostAsked = 4;

export const severalGo: Check = {
  codes: ['go-several'],
  run: async (ground) => {
    const [first, ...others] = onPath();
    if (first === undefined) throw new NotRun('there is no go on the PATH');
    if (others.length === 0) return [];
    const run = ground.options.go === 'go' ? first : ground.program();
    const rows = await Promise.all([first, ...others].slice(0, mostAsked + 1).map((file) => rowOf(ground, file)));
    const own = rows.find(({ file }) => file === run)?.version;
    const differ = new Set(rows.map(({ version }) => version)).size > 1;
    const newer = rows.find(({ version }) => compareGoVersions(version ?? '', own ?? '') > 0);
    const names = rows.map(({ file, version }) => `${file} (${version ?? 'does not say its version'})`);
    return [
      {
        code: 'go-several',
        severity: differ ? 'warn' : 'info',
        what: `${String(others.length + 1)} go commands are on the PATH: ${names.join(', ')}. modscope runs ${run}.`,
        why: differ
          ? 'Another shell, an editor or a script may run another version, and select or refuse other modules.'
          : 'They are of one version now; an update of one of them makes them differ.',
        ...(newer === undefined || own === undefined
          ? {}
          : { remedy: { words: '', command: typed('modscope', '--go', newer.file) } }),
      },
    ];
  },
};

/** Each go on the PATH, in its order; links to one file count once. */
function onPath(): string[] {
  const folders = (process.env['PATH'] ?? process.env['Path'] ?? '').split(path.delimiter);
  const met = new Set<string>();
  return folders.flatMap((folder) => {
    const file = programIn(folder);
    if (file === undefined) return [];
    const real = realpathSync(file);
    if (met.has(real)) return [];
    met.add(real);
    return [file];
  });
}

/** As findProgram finds it where this folder is the whole PATH. */
function programIn(folder: string): string | undefined {
  try {
    return findProgram('go', { PATH: folder });
  } catch {
    return undefined;
  }
}

/** `go version` with the go itself, never with one that it would switch to; away from any go.mod. */
async function rowOf(ground: Ground, file: string): Promise<{ file: string; version: string | undefined }> {
  const nowhere = path.parse(ground.start).root;
  const env = { GOTOOLCHAIN: 'local', GOWORK: 'off' };
  const words = await ground
    .goAt(file)
    .text(nowhere, goCommands.version(), env)
    .catch(() => '');
  return { file, version: /^go version go(\S+)/.exec(words)?.[1] };
}
