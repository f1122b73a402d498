/** Commands that `go install M@version` refuses to build: their go.mod has replace or exclude lines (load/pkg.go, PackagesAndErrorsOutsideModule). */
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import type { MainModule } from '../snapshot/types.ts';
import type { Finding } from './types.ts';

/** One finding a main module that holds a command, where it has such lines and a path that can be published. */
export function findNotInstallable({ snapshot, beside, mains }: Model): Finding[] {
  const commands = new Map((beside.commands ?? []).map((one) => [one.main, one.package]));
  return snapshot.mains.flatMap((main, place): Finding[] => {
    const command = commands.get(main.path);
    const lines = linesOf(main);
    // The first element of a path that can be fetched has a dot (golang.org/x/mod/module, CheckPath).
    if (command === undefined || lines === '' || !(main.path.split('/')[0] ?? '').includes('.')) return [];
    const node = mains[place] ?? -1;
    return [
      {
        code: 'not-installable',
        severity: 'info',
        subject: main.path,
        evidence: `The go.mod of ${main.path} has ${lines}: \`go install ${command}@latest\` refuses such a module.`,
        remedy: inWords(
          'This matters only if others install the command that way; builds in the checkout are the same. Remove the lines before a release: require a version that needs none, or put them into a go.work.',
        ),
        nodes: node === -1 ? [] : [node],
      },
    ];
  });
}

function linesOf({ replace, exclude }: MainModule): string {
  const counted = (count: number, verb: string): string[] =>
    count === 0 ? [] : [`${String(count)} ${verb} ${count === 1 ? 'line' : 'lines'}`];
  return [...counted(replace.length, 'replace'), ...counted(exclude.length, 'exclude')].join(' and ');
}
