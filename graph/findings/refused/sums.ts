/** Sums that go lacks. */
import type { Model } from '../../model/model.ts';
import { splitName } from '../../model/name.ts';
import { goModOf } from '../../remedy/places.ts';
import { inWords } from '../../remedy/words.ts';
import type { Refused } from './collect.ts';
import { nameList } from './name-list.ts';
import { isWorkspace, neededBy, rewritten, type Telling, type Told } from './telling.ts';

/** Of a version, or of a package: `example.com/a@v1.0.0` has an @. */
const isVersion = ({ subject }: Refused): boolean => subject.includes('@');

export const sums: Telling = (all, model) => {
  const modules = all.filter(isVersion).map(({ subject }) => subject);
  const packages = all.filter((one) => !isVersion(one));
  const what = [
    ...(modules.length === 0 ? [] : [`for the go.mod of ${nameList(modules)}`]),
    ...(packages.length === 0
      ? []
      : [
          `for the source of ${nameList(packages.map(({ subject }) => subject))}${neededBy([...new Set(packages.flatMap(({ by = [] }) => by))])}`,
        ]),
  ];
  const need = what.join('; ');
  const itself = ofItself(all, model);
  if (itself !== undefined) return itself;
  const { sumFile = 'go.sum' } = model.beside.verdict ?? {};
  if (model.beside.verdict?.noSum === true) {
    return {
      evidence: `There is no ${isWorkspace(model) ? 'go.work.sum, and no go.sum in any member of the workspace' : sumFile}, and go needs the sums: ${need}.`,
      ...rewritten(
        'The file has to be written: it may not have been committed.',
        'This writes it.',
        model,
        'go cannot write it',
      ),
    };
  }
  return {
    evidence: `${sumFile} lacks entries that go needs: ${need}.`,
    ...rewritten(`Add the missing lines to ${sumFile}.`, 'This adds what is missing.', model, 'go cannot add them'),
  };
};

/** A version of the main module itself, which it stands for: go wants the sum of a line that counts for nothing. */
function ofItself(all: readonly Refused[], { snapshot: { mains, work } }: Model): Told | undefined {
  const main = work === undefined ? mains[0] : undefined;
  if (main === undefined || !all.every((one) => isVersion(one) && splitName(one.subject).path === main.path))
    return undefined;
  if (!main.require.some(({ path }) => path === main.path)) return undefined;
  const words = 'The main module stands for every version of itself: take the line out';
  return {
    evidence: `go.mod requires ${nameList(all.map(({ subject }) => subject))}, a version of the module itself, and go wants a sum for it.`,
    remedy: inWords(`${words}.`),
    proposals: [
      {
        words: `${words}, as this does.`,
        steps: [{ do: 'edit', edits: [{ kind: 'drop', path: main.path, file: goModOf(main) }] }],
      },
    ],
  };
}
