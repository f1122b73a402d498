/** A GOROOT that is not that of the go that runs. */
import { onMachine } from '../../../graph/remedy/words.ts';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Fault, toFault } from '../../../graph/fault.ts';
import { readText } from '../../project/read-text.ts';
import { unset } from '../user-env.ts';
import { NotRun } from '../not-run.ts';
import type { Check } from '../types.ts';

const code = 'goroot-mismatch';
const why =
  'go takes its standard library and its compiler from there: a GOROOT of another go, or of none, breaks builds.';

export const goroot: Check = {
  codes: [code],
  run: async (ground) => {
    const remedy = onMachine('Unset GOROOT, so that go finds its own.', unset('GOROOT', ground.machine.platform));
    const refused = await ground.env().then(
      () => undefined,
      (error: unknown) => toFault(error),
    );
    if (refused !== undefined) {
      if (!aboutGoroot(refused)) throw new NotRun('go cannot be asked');
      const words = (refused.detail ?? refused.message).trim().replace(/\s*\n\s*/g, ' ');
      return [{ code, severity: 'error', what: words, why, remedy }];
    }
    const { GOROOT, GOVERSION } = await ground.env();
    if (GOROOT === '') return [];
    const version = versionIn(GOROOT);
    const [own = ''] = GOVERSION.split(' ');
    if (version === undefined && existsSync(path.join(GOROOT, 'src', 'runtime'))) return [];
    if (version === own || own.startsWith('devel')) return [];
    const what =
      version === undefined
        ? `GOROOT is ${GOROOT}, which holds no Go; the go that runs is ${own}.`
        : `GOROOT is ${GOROOT}, which holds ${version}; the go that runs is ${own}.`;
    return [{ code, severity: 'error', what, why, remedy }];
  },
};

/** `go: cannot find GOROOT directory: …` (cmd/go main.go). */
export function aboutGoroot({ detail = '' }: Fault): boolean {
  return detail.includes('GOROOT');
}

/** First line of the file VERSION of a Go tree; a tree built from its repository has none. */
function versionIn(folder: string): string | undefined {
  try {
    return readText(path.join(folder, 'VERSION')).split(/\r?\n/)[0]?.trim();
  } catch {
    return undefined;
  }
}
