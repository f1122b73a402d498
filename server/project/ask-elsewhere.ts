/** A go.work in force that does not use the module: what go says of `./...` with it, as the user would type it. */
import path from 'node:path';
import { toFault } from '../../graph/fault.ts';
import type { Answer } from '../../graph/model/verdict.ts';
import { understood } from '../../parsers/go-refusal/refusals.ts';
import { readGoWork } from '../../parsers/go-work-text.ts';
import { packagesBelow } from '../process/arguments.ts';
import { goCommands } from '../process/go-commands.ts';
import type { GoEnv } from '../process/go-env.ts';
import { ownFlags } from '../process/go-flags.ts';
import type { Go } from '../process/go.ts';
import { memberOf, type Project } from './find.ts';
import { namesOf, wordsOf } from './machine.ts';
import { readText } from './read-text.ts';
import { makeScratch } from './scratch.ts';

/**
 * `build` with the refusal `workspace-elsewhere` in it where go refuses the module with the go.work that `project` leaves out:
 * that is asked on a copy, without the network. Throws a Fault 'cancelled' or 'defect' only.
 */
export async function withElsewhere(build: Answer, project: Project, env: GoEnv, go: Go): Promise<Answer> {
  const { elsewhere } = project;
  const words = elsewhere === undefined ? undefined : await refusedWith(elsewhere, project, env, go);
  if (elsewhere === undefined || words === undefined) return build;
  const subject = path.relative(project.root, elsewhere).split(path.sep).join('/');
  const own = { code: 'workspace-elsewhere', subject, text: words } as const;
  return { state: 'refused', refusals: [own, ...(build.state === 'refused' ? build.refusals : [])] };
}

/** Go's words; undefined where it goes through, or only lacks what it would have to fetch. */
async function refusedWith(gowork: string, { root }: Project, env: GoEnv, go: Go): Promise<string | undefined> {
  const top = path.dirname(gowork);
  const work = readGoWork(readText(gowork), path.basename(gowork));
  const project: Project = { root: top, gowork, work, members: work.use.map((use) => memberOf(top, use)) };
  const scratch = makeScratch(project);
  const copy = scratch.verbatim('elsewhere');
  try {
    const settings = {
      GOWORK: copy.gowork,
      GOFLAGS: ownFlags(env.GOFLAGS, 'readonly'),
      GOPROXY: 'off',
      GOSUMDB: 'off',
    };
    await go.run(root, goCommands.listPackages({}, [packagesBelow('.')]), settings, () => undefined);
    return undefined;
  } catch (error) {
    const { code, detail } = toFault(error);
    if (code === 'cancelled' || code === 'defect') throw error;
    if (detail === undefined || understood(detail).refusals.length === 0) return undefined;
    const ofFile = namesOf(copy.gowork, root).reduce((all, name) => all.replaceAll(name, gowork), detail);
    return wordsOf({ project: { ...project, root }, env })(ofFile.replace(/^go: /, '').trim());
  } finally {
    scratch.remove();
  }
}
