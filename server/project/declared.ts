/** What go.mod and go.work declare: as go reads it, and read by ourselves where there is no go to ask. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Fault, toFault } from '../../graph/fault.ts';
import type { MainModule, Problem, Workspace } from '../../graph/snapshot/types.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { parseModEdit } from '../../parsers/mod-edit.ts';
import { parseWorkEdit } from '../../parsers/work-edit.ts';
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
  const answers: (MainModule | Fault | undefined)[] = [];
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
            : async () => parseWorkEdit(await go.text(root, ['work', 'edit', '-json', gowork], { GOWORK: 'off' })),
          () => read,
        );
  const [work] = await Promise.all([asking, ...Array.from({ length: atOnce }, worker)]);
  const mains = answers.flatMap((answer) => (answer === undefined || answer instanceof Fault ? [] : [answer]));
  const fault = answers.find((answer) => answer instanceof Fault);
  if (fault !== undefined && mains.length === 0) throw fault;
  return {
    mains,
    ...(work === undefined ? {} : { work }),
    problems: members.flatMap(({ dir }, n) => problemOf(dir, answers[n])),
    ...(fault === undefined ? {} : { fault }),
  };
}

function problemOf(dir: string, answer: MainModule | Fault | undefined): Problem[] {
  if (answer === undefined) {
    return [{ code: 'workspace-use-missing', subject: dir, text: `go.work uses ${dir}, where there is no go.mod.` }];
  }
  return answer instanceof Fault
    ? [{ code: 'load-error', subject: `${dir}/go.mod`, text: answer.detail ?? answer.message }]
    : [];
}

/** undefined where there is no go.mod, the Fault where it cannot be read. */
async function declaration(
  { folder, dir }: Member,
  go: Go | undefined,
  modFile?: string,
): Promise<MainModule | Fault | undefined> {
  const file = modFile ?? path.join(folder, 'go.mod');
  const shown = modFile === undefined ? (dir === '.' ? 'go.mod' : `${dir}/go.mod`) : path.relative(folder, modFile);
  if (!existsSync(file)) return undefined;
  const odd = irregularGoMod([folder]);
  if (odd !== undefined) return odd;
  try {
    return await asked(
      go === undefined
        ? undefined
        : async () =>
            parseModEdit(
              await go.text(folder, ['mod', 'edit', '-json', modFile ?? 'go.mod'], {
                GOWORK: 'off',
                GOFLAGS: '-mod=mod',
              }),
              dir,
            ),
      () => readGoMod(readText(file), shown, dir).main,
    );
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'bad-input' || fault.code === 'too-large') return fault;
    throw fault;
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
