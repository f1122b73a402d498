/** What go refused of a model: by the words of the load and by its verdict, each cause once. */
import { compareText } from '../../model/name.ts';
import type { Model } from '../../model/model.ts';
import { isRefusalCode, refusalsOf, type Refusal } from '../../model/verdict.ts';
import { oncePerModel } from '../once.ts';

export interface Refused extends Refusal {
  /** True where only `go list -m all` refuses it, and a build from the vendor folder goes through. */
  readonly builds: boolean;
}

/** Problems of the load first, then what only the verdict knows; `by` of both together, sorted. */
export const refusedOf = oncePerModel(({ snapshot, beside: { verdict } }: Model): readonly Refused[] => {
  const builds = verdict?.mode === 'vendor' && verdict.build.state === 'accepted';
  const ofLoad = snapshot.problems.flatMap(({ code, ...problem }): Refusal[] =>
    isRefusalCode(code) ? [{ code, ...problem }] : [],
  );
  const met = new Map<string, Refused>();
  for (const refusal of [...ofLoad, ...(verdict === undefined ? [] : refusalsOf(verdict))]) {
    const key = `${refusal.code} ${refusal.subject}`;
    const before = met.get(key);
    const by = [...new Set([...(before?.by ?? []), ...(refusal.by ?? [])])].sort(compareText);
    const wants = refusal.wants ?? before?.wants;
    met.set(key, {
      ...(before ?? refusal),
      builds,
      ...(by.length === 0 ? {} : { by }),
      ...(wants === undefined ? {} : { wants }),
    });
  }
  return [...met.values()];
});
