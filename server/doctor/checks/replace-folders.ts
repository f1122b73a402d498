/** Replace lines that name a folder where there is no module. */
import { inWords } from '../../../graph/remedy/words.ts';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Replace } from '../../../graph/snapshot/types.ts';
import type { Check } from '../types.ts';

interface Line {
  readonly line: Replace;
  /** Folder of the file that has it. */
  readonly folder: string;
  readonly file: 'go.mod' | 'go.work';
}

export const replaceFolders: Check = {
  codes: ['replace-folder-missing'],
  run: async (ground) => {
    const { project, declared } = await ground.declared();
    const { root } = project;
    const { work, mains } = declared;
    const lines: Line[] = [
      ...(work?.replace ?? []).map((line) => ({ line, folder: root, file: 'go.work' as const })),
      ...mains.flatMap(({ dir, replace }) =>
        replace.map((line) => ({ line, folder: path.resolve(root, dir), file: 'go.mod' as const })),
      ),
    ];
    const gone = lines.filter(
      ({ line: { new: by }, folder }) =>
        by.version === undefined && !existsSync(path.resolve(folder, by.path, 'go.mod')),
    );
    if (gone.length === 0) return [];
    // A line of a version that is not selected, or that go.work overrides, is one that go never looks at.
    const verdict = await ground.verdict();
    const loads = verdict?.graph.state === 'accepted';
    const builds = verdict?.mode === 'vendor' && verdict.build.state === 'accepted';
    const required = new Set(mains.flatMap((main) => main.require.map((one) => one.path)));
    return gone.map(({ line: { old, new: by }, folder, file }) => {
      const there = existsSync(path.resolve(folder, by.path));
      const name = old.version === undefined ? old.path : `${old.path}@${old.version}`;
      const isRequired = required.has(old.path);
      return {
        code: 'replace-folder-missing',
        severity: isRequired && !loads && !builds ? 'error' : 'warn',
        what: `${ground.shown(root, path.join(folder, file))} replaces ${name} by ${by.path}, ${there ? 'where there is no go.mod' : 'and there is no such folder'}.`,
        why: loads
          ? 'go loads the module all the same: no selected version is replaced by this line, so it never looks there.'
          : isRequired && builds
            ? 'A build from the vendor folder works; commands that need the whole graph fail, for go needs the go.mod there.'
            : isRequired
              ? 'go needs the go.mod there to load anything: a module of a larger repository that was checked out alone is the usual cause.'
              : 'go.mod does not require it itself; once another module does, go can load nothing.',
        remedy: inWords('Check out what the line names, or take the line out.'),
        proposals: [
          {
            words: 'Check out what the line names, or take the line out, as this does.',
            steps: [{ do: 'edit', edits: [{ kind: 'drop-replace', old, file: inRoot(root, folder, file) }] }],
            refused: 'Check out what the line names; the line has to stay',
          },
        ],
      };
    });
  },
};

/** From the root of the project. */
function inRoot(root: string, folder: string, file: Line['file']): string {
  return path.relative(root, path.join(folder, file)).split(path.sep).join('/');
}
