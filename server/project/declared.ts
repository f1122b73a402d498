/** What go.mod and go.work declare: as go reads it, and read by ourselves where there is no go to ask. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Fault, toFault } from '../../graph/fault.ts';
import type { MainModule, Problem, Replace, Workspace } from '../../graph/snapshot/types.ts';
import { isVersion } from '../../graph/version/semver.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { parseModEdit } from '../../parsers/mod-edit.ts';
import { parseWorkEdit } from '../../parsers/work-edit.ts';
import { absoluteFile } from '../process/arguments.ts';
import { goCommands } from '../process/go-commands.ts';
import type { Go } from '../process/go.ts';
import type { Member, Project } from './find.ts';
import { irregularGoMod } from './irregular.ts';
import { readText } from './read-text.ts';

export interface Declared {
  readonly mains: readonly MainModule[];
  readonly work?: Workspace;
  readonly problems: readonly Problem[];
  /** The go.mod of a member that cannot be read; the others are there all the same. */
  readonly fault?: Fault;
  /** What a strict reader says of a go.mod that names branches and the like, which go looks up: the cause where it cannot. */
  readonly queries?: Fault;
}

/** `go work edit -json` leaves the toolchain line out (workcmd/edit.go, editPrintJSON), though its help names it. */
function withToolchain(told: Workspace, { toolchain }: Workspace): Workspace {
  return toolchain === undefined ? told : { ...told, toolchain };
}

/** Commands that run at once: a workspace may have a hundred members. */
const atOnce = 4;

/**
 * The declarations of every main module, in the order of go.work. `go mod edit -json` works without network and on a go
 * line that is too new; where go cannot be run at all, our own reader of go.mod stands in (`go` undefined: it failed
 * before, and would cost its whole time again). A member without a go.mod is a
 * problem; one that cannot be read is a problem and a fault while another can. Throws a Fault 'bad-input' that names file
 * and line when none can.
 */
export async function declaredBy(project: Project, go: Go | undefined): Promise<Declared> {
  const { work: read, gowork, root, members, modFile } = project;
  const answers: (Declaration | Fault | undefined)[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < members.length; n = next++) {
      const member = members[n];
      if (member !== undefined) answers[n] = await declaration(member, go, modFile);
    }
  };
  const asking =
    read === undefined
      ? undefined
      : asked(
          go === undefined
            ? undefined
            : async () =>
                withToolchain(
                  parseWorkEdit(await go.text(root, goCommands.workEditJson(absoluteFile(gowork)), { GOWORK: 'off' })),
                  read,
                ),
          () => read,
        );
  const [work] = await Promise.all([asking, ...Array.from({ length: atOnce }, worker)]);
  const mains = answers.flatMap((answer) => (answer === undefined || answer instanceof Fault ? [] : [answer.main]));
  const queries = answers.flatMap((answer) =>
    answer === undefined || answer instanceof Fault ? [] : (answer.queries ?? []),
  )[0];
  const fault = answers.find((answer) => answer instanceof Fault);
  if (fault !== undefined && mains.length === 0) throw fault;
  return {
    mains,
    ...(work === undefined ? {} : { work }),
    problems: members.flatMap(({ dir }, n) => problemOf(dir, answers[n])),
    ...(fault === undefined ? {} : { fault }),
    ...(queries === undefined ? {} : { queries }),
  };
}

function problemOf(dir: string, answer: Declaration | Fault | undefined): Problem[] {
  if (answer === undefined) {
    return [{ code: 'workspace-use-missing', subject: dir, text: `go.work uses ${dir}, where there is no go.mod.` }];
  }
  return answer instanceof Fault
    ? [{ code: 'file-unreadable', subject: `${dir}/go.mod`, text: answer.detail ?? answer.message }]
    : [];
}

interface Declaration {
  readonly main: MainModule;
  readonly queries?: Fault;
}

/** undefined where there is no go.mod, the Fault where it cannot be read. */
async function declaration(
  { folder, dir }: Member,
  go: Go | undefined,
  modFile?: string,
): Promise<Declaration | Fault | undefined> {
  const file = modFile ?? path.join(folder, 'go.mod');
  const shown = modFile === undefined ? (dir === '.' ? 'go.mod' : `${dir}/go.mod`) : path.relative(folder, modFile);
  if (!existsSync(file)) return undefined;
  const odd = irregularGoMod([folder]);
  if (odd !== undefined) return odd;
  const queried = withQueries(file, shown, dir);
  try {
    const main = await asked(
      go === undefined
        ? undefined
        : async () =>
            parseModEdit(
              await go.text(folder, goCommands.modEditJson(modFile === undefined ? undefined : absoluteFile(modFile)), {
                GOWORK: 'off',
                GOFLAGS: '-mod=mod',
              }),
              dir,
            ),
      () => readGoMod(readText(file), shown, dir).main,
    );
    return { main: queried ?? main };
  } catch (error) {
    const fault = toFault(error);
    if (queried !== undefined && fault.code === 'bad-input') return { main: queried, queries: fault };
    if (fault.code === 'bad-input' || fault.code === 'too-large') return fault;
    throw fault;
  }
}

/** The go.mod with what it names in the place of versions; undefined where it names none, or cannot be read at all. */
function withQueries(file: string, shown: string, dir: string): MainModule | undefined {
  try {
    const { main } = readGoMod(readText(file), shown, dir, 'queries');
    const isQuery = ({ new: { version } }: Replace): boolean => version !== undefined && !isVersion(version);
    return main.require.some(({ query }) => query !== undefined) || main.replace.some(isQuery) ? main : undefined;
  } catch (error) {
    if (toFault(error).code === 'defect') throw error;
    return undefined;
  }
}

/** Go's answer; ours where go has none. When both fail the message is ours, which names the line, with go's words. */
async function asked<Answer>(byGo: (() => Promise<Answer>) | undefined, ourselves: () => Answer): Promise<Answer> {
  if (byGo === undefined) return ourselves();
  try {
    return await byGo();
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'cancelled') throw fault;
    try {
      return ourselves();
    } catch (own) {
      const { message, hint, code, detail = fault.detail } = toFault(own);
      throw new Fault(code, message, {
        ...(hint === undefined ? {} : { hint }),
        ...(detail === undefined ? {} : { detail }),
        cause: own,
      });
    }
  }
}
