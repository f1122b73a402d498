/** One module that stands for several module paths. */
import { compareText, joinName } from '../../model/name.ts';
import { goModOf } from '../../remedy/places.ts';
import type { Proposal } from '../../remedy/proposal.ts';
import { inWords } from '../../remedy/words.ts';
import { nameList } from './name-list.ts';
import { said } from './said.ts';
import { sentence, type Telling } from './telling.ts';

/** modload/load.go, load: `a@v1.0.0 used for two different module paths (a and b)`, a pair at a time. */
export const shared: Telling = ([{ subject, text }], { snapshot: { mains, work } }) => {
  const lines = [
    ...(work?.replace ?? []).map((line) => ({ line, file: 'go.work' })),
    ...mains.flatMap((main) => main.replace.map((line) => ({ line, file: goModOf(main) }))),
  ].filter(({ line }) => joinName(line.new.path, line.new.version) === subject);
  const told = /\((\S+) and (\S+)\)/.exec(text)?.slice(1) ?? [];
  const paths = [...new Set([...told, ...lines.map(({ line }) => line.old.path)])].sort(compareText);
  const words = 'Import its packages by one path alone, and take the replace lines of the others out';
  // Of a module version that is built under its own path, all lines go; of a folder, all but one.
  const kept = lines.length < paths.length ? [undefined] : lines.map(({ line }) => line.old.path);
  const proposals = kept.flatMap((keep): Proposal[] => {
    const gone = lines.filter(({ line }) => line.old.path !== keep);
    const [first, ...others] = gone.map(({ line, file }) => ({
      do: 'edit' as const,
      edits: [{ kind: 'drop-replace' as const, old: line.old, file }] as const,
    }));
    const names = nameList([...new Set(gone.map(({ line }) => line.old.path))]);
    return first === undefined
      ? []
      : [{ words: `${words}, as this does for ${names}, then built as required.`, steps: [first, ...others] }];
  });
  return {
    evidence: `${subject} stands for ${paths.length > 2 ? 'several' : 'two'} module paths, ${nameList(paths)}, and go refuses that: ${sentence(said(text))}`,
    remedy: inWords(`${words}.`),
    proposals,
  };
};
