/** Runs the go command's own test scripts as far as they are about modules, and judges every state they pass through. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Case } from './case.ts';
import { textsOf } from './declared.ts';
import { layScript, type Script } from './go-testdata.ts';
import { judge, type Verdict } from './judge.ts';
import type { RealGo } from './real-go.ts';
import { caseHere, checkAt, laidCases } from './script-cases.ts';
import { readScriptLine } from './script-line.ts';
import { ScriptState } from './script-state.ts';

/** Commands that may change a go.mod or go.work; others are not run. */
const changing = /^(mod (init|edit|tidy)|work (init|edit|use|sync)|get)\b/;

/** Calls `found` with each different case of a script, and what go and ours say of it. */
export function runScript(
  script: Script,
  scratch: string,
  go: RealGo,
  found: (one: Case, verdict: Verdict) => void,
): void {
  const work = path.join(scratch, script.name);
  mkdirSync(work, { recursive: true });
  const state = new ScriptState(work);
  layScript(script, work, state.folder);
  const seen = new Set<string>();
  const check = (one: Case): void => {
    const key = `${one.folder}\0${textsOf(one)}`;
    if (seen.has(key)) return;
    seen.add(key);
    found(one, judge(one, go));
  };
  laidCases(script, state, check);
  for (const [i, text] of script.comment.split('\n').entries()) {
    const line = readScriptLine(text);
    if (line === undefined || !state.holds(line)) continue;
    if (line.name === 'stop' || line.name === 'skip') break;
    const args = state.expand(line);
    try {
      if (line.name === 'go') runGoLine(`${script.name}:${i + 1}`, args, state, go, check);
      else state.change(line.name, args);
    } catch {
      // A command that we cannot follow changes nothing; what stands there is a case all the same.
    }
  }
  rmSync(work, { recursive: true, force: true });
}

function runGoLine(label: string, args: readonly string[], state: ScriptState, go: RealGo, check: (one: Case) => void) {
  const before = caseHere(label, args, state);
  if (before !== undefined) checkAt(before, state, check);
  state.stdout = '';
  if (!changing.test(args.join(' '))) return;
  const pick = (name: string): Record<string, string> => {
    const value = state.env.get(name);
    return value === undefined ? {} : { [name]: value };
  };
  const env = { GOWORK: '', ...pick('GOWORK'), ...pick('GOFLAGS'), ...pick('GO111MODULE'), ...pick('GOPATH') };
  state.stdout = go.run(state.folder, args, env).stdout;
  const after = caseHere(label, args, state);
  if (after !== undefined) checkAt(after, state, check);
}
