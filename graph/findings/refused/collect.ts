/** What go refused of a model: by the words of the load and by its verdict, each cause once. */
import { compareText } from '../../model/name.ts';
import type { Model } from '../../model/model.ts';
import { isRefusalCode, refusalsOf, type GoVerdict, type Refusal } from '../../model/verdict.ts';
import { oncePerModel } from '../once.ts';

export interface Refused extends Refusal {
  /** True where a build goes through all the same: from the vendor folder, or because only a tool needs what is lacking. */
  readonly builds: boolean;
  /** Only `go list tool` refuses it: packages that are listed with a build do not show it. */
  readonly ofTool?: true;
}

/** What the verdict knows first: it read the very files, the load a go.work of its own. `by` of both together, sorted. */
export const refusedOf = oncePerModel(({ snapshot, beside: { verdict } }: Model): readonly Refused[] => {
  const goesThrough = verdict?.build.state === 'accepted';
  const fromVendor = goesThrough && verdict.mode === 'vendor';
  // No build needs a tool.
  const ofTools = new Set(toolRefusals(verdict));
  const ofLoad = snapshot.problems.flatMap(({ code, ...problem }): Refusal[] =>
    isRefusalCode(code) ? [{ code, ...problem }] : [],
  );
  const met = new Map<string, Refused>();
  for (const refusal of [...(verdict === undefined ? [] : refusalsOf(verdict)), ...ofLoad]) {
    const own = `${refusal.code} ${refusal.subject}`;
    // go says of a file, and of the package that it is in, the same.
    const key = met.has(own) ? own : (toldOf(met, refusal) ?? own);
    const before = met.get(key);
    const by = [...new Set([...(before?.by ?? []), ...(refusal.by ?? [])])].sort(compareText);
    const wants = refusal.wants ?? before?.wants;
    met.set(key, {
      ...(before ?? refusal),
      builds: fromVendor || (goesThrough && ofTools.has(before ?? refusal)),
      ...(ofTools.has(before ?? refusal) ? { ofTool: true as const } : {}),
      ...(by.length === 0 ? {} : { by }),
      ...(wants === undefined ? {} : { wants }),
    });
  }
  return [...met.values()];
});

/** The key of another subject of which go says the very words. */
function toldOf(met: ReadonlyMap<string, Refusal>, { code, text }: Refusal): string | undefined {
  if (code !== 'package-error') return undefined;
  const words = text.trim();
  return [...met].find(([, one]) => one.code === code && one.text.trim() === words)?.[0];
}

/** What `go list tool` alone refuses. */
function toolRefusals(verdict: GoVerdict | undefined): Refusal[] {
  if (verdict?.tools === undefined) return [];
  const { tools, ...others } = verdict;
  const known = new Set(refusalsOf(others).map(({ code, subject }) => `${code} ${subject}`));
  return tools.state === 'refused'
    ? tools.refusals.filter(({ code, subject }) => !known.has(`${code} ${subject}`))
    : [];
}
