/** What go did not come to, because something that it refuses ended it: told with that, not by itself. */
import type { Model } from '../../model/model.ts';
import type { Finding } from '../types.ts';

/** Code of the problem that go.mod files are not at hand. */
export const unknownRequirements = 'requirements-unknown';

/** The heaviest of what go refuses says what is not known for it. */
export function withUnknown(refused: readonly Finding[], { snapshot }: Model): readonly Finding[] {
  const unknown = snapshot.problems.filter(({ code }) => code === unknownRequirements);
  const first = refused.find(({ severity }) => severity === 'error') ?? refused[0];
  if (unknown.length === 0 || first === undefined) return refused;
  const evidence = [first.evidence, ...unknown.map(({ text }) => text)].join(' ');
  return refused.map((one) => (one === first ? { ...one, evidence } : one));
}
