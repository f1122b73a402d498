/** Go's own verdict on the module: the whole graph with go.sum, and what a build needs, loaded as `modscope findings` loads them. */
import { Fault } from '../../../graph/fault.ts';
import { findFindings } from '../../../graph/findings/index.ts';
import { ofBuild, ofGraph, ofPaths } from '../../../graph/findings/registry.ts';
import { updateRefused } from '../../../graph/findings/refused/updates.ts';
import type { Finding } from '../../../graph/findings/types.ts';
import { splitName } from '../../../graph/model/name.ts';
import type { Answer } from '../../../graph/model/verdict.ts';
import type { Ground, Judged } from '../ground.ts';
import { NotRun } from '../not-run.ts';
import { toldOf } from '../told-of.ts';
import { ownCodes, type Check, type DoctorCode, type Told } from '../types.ts';

/** Milliseconds: go may have to fetch the go.mod files of the whole graph first. */
const patience = 120_000;

const buildCodes: ReadonlySet<string> = new Set([...ofBuild, 'case-collision', 'ambiguous-import', 'import-cycle']);

/** Of require lines, which go may refuse, or work with all the same. */
const ofLines = ['version-query', 'excluded-require'] as const satisfies readonly DoctorCode[];

/** Codes that a check of their own looks for, too, without go; they are told once. */
const own: ReadonlySet<string> = new Set(ownCodes);

function ofOthersNot(codes: readonly DoctorCode[]): DoctorCode[] {
  return codes.filter((code) => !own.has(code) || code === 'go-refuses');
}

export const goRefuses: Check = {
  codes: ofOthersNot([
    ...ofGraph,
    ...ofPaths.filter((code) => !buildCodes.has(code)),
    'declared-below-selected',
    ...ofLines,
  ]),
  patience,
  run: async (ground) => {
    const judged = await judgedOrRefused(ground);
    if ('severity' in judged) return [judged];
    const found = heavy(judged).filter(({ code }) => !buildCodes.has(code));
    // What the load itself was refused is known without the verdict.
    if (!found.some(({ severity }) => severity === 'error')) mustBeAsked(judged.verdict?.graph, judged);
    return found.map((finding) => toldOf(ground, judged, finding, refusal(finding, judged)));
  },
};

export const goBuilds: Check = {
  codes: ofOthersNot([...ofBuild, 'case-collision']),
  patience,
  run: async (ground) => {
    const judged = await ground.judged();
    const found = heavy(judged).filter(({ code }) => buildCodes.has(code));
    if (found.length === 0) {
      mustBeAsked(judged.verdict?.build, judged);
      if (judged.verdict?.tools !== undefined) mustBeAsked(judged.verdict.tools, judged);
    }
    return found.map((finding) => toldOf(ground, judged, finding, refusal(finding, judged)));
  },
};

/** Where nothing of the module can be loaded for what its files say, what go says of them. */
async function judgedOrRefused(ground: Ground): Promise<Judged | Told> {
  try {
    return await ground.judged();
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'bad-input') throw error;
    const { message, detail } = error;
    return {
      code: 'go-refuses',
      severity: 'error',
      what: message,
      why:
        detail === undefined ? 'Nothing can be loaded until go can read it.' : detail.replace(/\s*\n\s*/g, ' ').trim(),
    };
  }
}

/** Errors, and what go refuses beside a build that goes through. A load that failed by itself is none: then go was not asked. */
function heavy({ model }: Judged): readonly Finding[] {
  const refusals: ReadonlySet<string> = new Set([...ofGraph, ...ofBuild, 'ambiguous-import', 'import-cycle']);
  const isRefusal = ({ code, subject }: Finding): boolean =>
    refusals.has(code) ||
    code === 'go-line-too-low' ||
    (ofLines.some((one) => one === code) && updateRefused(model, splitName(subject).path) !== undefined);
  return findFindings(model).filter(
    (one) => one.code !== 'load-error' && (one.severity === 'error' || (one.severity === 'warn' && isRefusal(one))),
  );
}

/** Throws NotRun where go gave no answer. */
function mustBeAsked(answer: Answer | undefined, { why }: Judged): void {
  if (answer === undefined) throw new NotRun(why ?? 'go cannot be asked');
  if (answer.state !== 'not asked') return;
  const offline = /GOPROXY=off/.test(answer.why);
  throw new NotRun(offline ? 'the module cache lacks what go would have to fetch' : answer.why.replace(/\.$/, ''));
}

/** Why it matters that go refuses it. */
function refusal({ severity, code }: Finding, { verdict }: Judged): string {
  const saysSo = (answer: Answer | undefined): boolean =>
    answer?.state === 'refused' && answer.refusals.some((one) => one.code === code);
  if (severity !== 'error' && saysSo(verdict?.tools) && !saysSo(verdict?.graph))
    return '`go list tool` refuses it, and so does `go tool`; a build goes through.';
  if (severity !== 'error') return '`go list -m all` refuses it; a build from the vendor folder goes through.';
  return verdict?.build.state === 'accepted'
    ? '`go list -m all` and `go mod graph` refuse it, and so do commands that need the whole graph; a build goes through.'
    : 'go commands fail here until that is fixed; go was asked read-only, on copies of the files.';
}
