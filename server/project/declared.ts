/** What go.mod and go.work declare: as go reads it, and read by ourselves where there is no go to ask. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Fault, toFault } from '../../graph/fault.ts';
import type { MainModule, Problem, Workspace } from '../../graph/snapshot/types.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { readGoWork } from '../../parsers/go-work-text.ts';
import { parseModEdit } from '../../parsers/mod-edit.ts';
import { parseWorkEdit } from '../../parsers/work-edit.ts';
import type { Go } from '../process/go.ts';
import type { Project } from './find.ts';

export interface Declared {
  readonly mains: readonly MainModule[];
  readonly work?: Workspace;
  readonly problems: readonly Problem[];
}

/**
 * The declarations of every main module, in the order of go.work. `go mod edit -json` works without network and on a go
 * line that is too new; where go cannot be run at all, our own reader of go.mod stands in. A member without a go.mod is a
 * problem. Throws a Fault 'bad-input' that names file and line when a file cannot be read either way.
 */
export async function declaredBy(project: Project, go: Go): Promise<Declared> {
  const work = project.gowork === 'off' ? undefined : await workspace(project, project.gowork, go);
  const members = await Promise.all(project.members.map((member) => declaration(project, member, go)));
  return {
    mains: members.flatMap((member) => ('path' in member ? [member] : [])),
    ...(work === undefined ? {} : { work }),
    problems: members.flatMap((member) => ('code' in member ? [member] : [])),
  };
}

async function workspace(project: Project, file: string, go: Go): Promise<Workspace> {
  return asked(
    async () => parseWorkEdit(await go.text(project.root, ['work', 'edit', '-json', file], { GOWORK: 'off' })),
    () => readGoWork(readFileSync(file, 'utf8'), path.basename(file)),
  );
}

async function declaration(project: Project, member: string, go: Go): Promise<MainModule | Problem> {
  const dir = path.relative(project.root, member).split(path.sep).join('/') || '.';
  const file = path.join(member, 'go.mod');
  if (!existsSync(file)) {
    return { code: 'workspace-use-missing', subject: dir, text: `go.work uses ${dir}, where there is no go.mod.` };
  }
  return asked(
    async () =>
      parseModEdit(await go.text(member, ['mod', 'edit', '-json', file], { GOWORK: 'off', GOFLAGS: '-mod=mod' }), dir),
    () => readGoMod(readFileSync(file, 'utf8'), dir === '.' ? 'go.mod' : `${dir}/go.mod`, dir).main,
  );
}

/** Go's answer; ours where go has none. When both fail the message is ours, which names the line, with go's words. */
async function asked<Answer>(byGo: () => Promise<Answer>, ourselves: () => Answer): Promise<Answer> {
  try {
    return await byGo();
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'cancelled') throw fault;
    try {
      return ourselves();
    } catch (own) {
      const { message, hint, code } = toFault(own);
      throw new Fault(code, message, {
        ...(hint === undefined ? {} : { hint }),
        ...(fault.detail === undefined ? {} : { detail: fault.detail }),
        cause: own,
      });
    }
  }
}
