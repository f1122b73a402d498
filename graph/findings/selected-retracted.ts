/** Selected versions that their authors took back (https://go.dev/ref/mod#go-mod-file-retract). */
import type { Model } from '../model/model.ts';
import { inOneLine, selectedFacts } from './facts.ts';
import { goGet } from './go-get.ts';
import type { Finding } from './types.ts';

/** Go checks no version that a replace line stands for (modload, CheckRetractions), so neither is it found here. */
export function findRetracted(model: Model): Finding[] {
  return selectedFacts(model).flatMap(({ fact, node, name }): Finding[] => {
    const reasons = fact.retracted ?? [];
    if (reasons.length === 0) return [];
    return [
      {
        code: 'selected-retracted',
        severity: 'high',
        subject: name,
        evidence: `The author retracted ${name}: ${inOneLine(reasons.map(inOneLine).join('; '))}.`,
        remedy: {
          words: 'Take the latest version that is not retracted.',
          command: goGet(model.snapshot, fact.path, fact.update ?? 'latest'),
        },
        nodes: [node],
      },
    ];
  });
}
