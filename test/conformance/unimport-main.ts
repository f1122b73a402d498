/** `npm run conformance -- --unimport FOLDER…`: what each direct requirement costs, estimated and proven by go, and how often they agree. */
import path from 'node:path';
import { toFault } from '../../graph/fault.ts';
import { joinName } from '../../graph/model/name.ts';
import type { Outcome } from '../../graph/unimport/outcome.ts';
import { defaultLoad } from '../../server/project/types.ts';
import { askUnimport, prepareUnimport, type UnimportAnswer } from '../../server/project/unimport.ts';

interface Rate {
  asked: number;
  /** The same modules leave the build list. */
  readonly modules: Record<Estimating, number>;
  /** And the same ones are selected at another version. */
  readonly versions: Record<Estimating, number>;
  /** The same lines leave go.mod. */
  readonly lines: Record<Estimating, number>;
}

type Estimating = 'imports' | 'requirements';

function rate(): Rate {
  const none = (): Record<Estimating, number> => ({ imports: 0, requirements: 0 });
  return { asked: 0, modules: none(), versions: none(), lines: none() };
}

/**
 * Each direct requirement that is imported, of each module. go may download what it needs. Prints each estimate that differs from
 * the proof, and the rates. Returns how many could not be proven.
 */
export async function checkUnimports(folders: readonly string[], print: (line: string) => void): Promise<number> {
  const all = rate();
  let unproven = 0;
  for (const name of folders) {
    const own = rate();
    const { signal } = new AbortController();
    const options = { ...defaultLoad, packages: true as const, timeout: 1_200_000 };
    try {
      const prepared = await prepareUnimport(path.resolve(name), options, () => undefined, signal);
      const [main] = prepared.ground.declared.mains;
      for (const line of main?.require ?? []) {
        if (line.indirect === true) continue;
        const { answer, notes } = await askUnimport(prepared, { names: [line.path], fetches: true });
        if (answer.proven === undefined) continue;
        if (!answer.proven) {
          unproven++;
          print(
            `${name}: ${line.path}: not proven: ${answer.unproven?.words.split('\n').slice(0, 3).join('; ') ?? ''}`,
          );
          if (answer.unproven?.of === 'baseline') break;
          continue;
        }
        if (own.asked === 0) for (const note of notes) print(`${name}: ${note}`);
        for (const of of [own, all]) count(of, answer);
        for (const estimate of answer.estimates) {
          const differs = difference(estimate, answer);
          if (differs !== '') print(`${name}: ${line.path}, by ${estimate.by}: ${differs}`);
        }
      }
    } catch (error) {
      unproven++;
      const { message, detail = '' } = toFault(error);
      print(`${name}: ${message} ${detail}`);
    }
    print(`${name}: ${told(own)}`);
  }
  print(`${String(folders.length)} folders: ${told(all)}`);
  return unproven;
}

function count(of: Rate, answer: UnimportAnswer): void {
  of.asked++;
  for (const estimate of answer.estimates) {
    if (leaving(estimate) === leaving(answer)) of.modules[estimate.by]++;
    if (modules(estimate) === modules(answer)) of.versions[estimate.by]++;
    if (lines(estimate) === lines(answer)) of.lines[estimate.by]++;
  }
}

function leaving({ removed }: Outcome): string {
  return removed.map(({ path: of, version }) => joinName(of, version)).join('\n');
}

function modules(of: Outcome): string {
  return `${leaving(of)}\n${of.changed.map(({ path: one, from, to }) => `${one} ${from} → ${to}`).join('\n')}`;
}

/** Those that go. */
function lines({ lines: all }: Outcome): string {
  return all
    .filter(({ becomes }) => becomes === undefined)
    .map(({ verb, path: of }) => `${verb} ${of}`)
    .join('\n');
}

/** `+ a` leaves by the estimate alone, `- a` by the proof alone. */
function difference(estimate: Outcome, proven: Outcome): string {
  const all = (of: Outcome): Set<string> => new Set(`${modules(of)}\n${lines(of)}`.split('\n').filter(Boolean));
  const [said, known] = [all(estimate), all(proven)];
  return [
    ...[...said].filter((one) => !known.has(one)).map((one) => `+ ${one}`),
    ...[...known].filter((one) => !said.has(one)).map((one) => `- ${one}`),
  ].join(', ');
}

function told({ asked, modules: leave, versions, lines: gone }: Rate): string {
  const both = (what: string, of: Record<Estimating, number>): string =>
    `${what} by imports ${String(of.imports)}, by requirements ${String(of.requirements)}`;
  return `${String(asked)} direct requirements; ${both('the same modules leave', leave)}; ${both('the same versions besides', versions)}; ${both('the same lines go', gone)}`;
}
