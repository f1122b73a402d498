/** The build list computed from the graph against the one that `go list -m all` printed. */
import { joinName } from '../../graph/model/name.ts';
import type { ListedModule } from '../../graph/snapshot/records.ts';
import type { Problem, Snapshot } from '../../graph/snapshot/types.ts';

/** One problem a module that the two select differently; empty when they agree. */
export function crossCheck(snapshot: Snapshot, listed: readonly ListedModule[]): Problem[] {
  const computed = new Map(
    snapshot.modules.filter((module) => module.selected === true).map((module) => [module.path, module.version ?? '']),
  );
  const printed = new Map(listed.map((module) => [module.path, module.main === true ? '' : (module.version ?? '')]));
  const paths = new Set([...computed.keys(), ...printed.keys()]);
  const words = (version: string | undefined): string =>
    version === undefined ? 'nothing' : version === '' ? 'the main module' : version;
  return [...paths].flatMap((path): Problem[] => {
    const [ours, gos] = [computed.get(path), printed.get(path)];
    if (ours === gos) return [];
    return [
      {
        code: 'selection-differs',
        subject: joinName(path, ours ?? gos),
        text: `The graph selects ${words(ours)} of ${path}, go list -m all ${words(gos)}.`,
      },
    ];
  });
}
