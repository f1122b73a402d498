/** Whether go.mod and go.work were read well enough to say what an edit of them would do. */
import { Fault } from '../../graph/fault.ts';
import type { Declared } from './declared.ts';

/** A part of the declarations is not enough: the answer would be of another project. Throws a Fault: what kept them from being read, or 'bad-input'. */
export function checkDeclared({ fault, problems, mains }: Declared): void {
  const query = mains.flatMap((main) => main.require).find((line) => line.query !== undefined);
  if (query !== undefined) {
    throw new Fault(
      'bad-input',
      `go.mod requires ${query.path} ${query.query ?? ''}, which is no version: what-if needs versions.`,
      {
        hint: 'Write a version in its place first: the finding version-query says which one go takes today.',
      },
    );
  }
  if (fault !== undefined) throw fault;
  const [problem] = problems;
  if (problem !== undefined) throw new Fault('bad-input', problem.text, { hint: 'go refuses such a workspace, too.' });
}
