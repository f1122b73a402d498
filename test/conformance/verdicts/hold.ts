/** One world held against go: where what modscope says is not what go says. */
import { isRefused, type Said } from './go-says.ts';
import { saysRefused, type Ours } from './we-say.ts';

/** What go's answer comes to. */
export type Answer = 'refused' | 'accepted' | 'graph refused, vendor builds' | 'untold';

export function answerOf(said: Said): Answer {
  if (said.byNetwork && (said.vendor || said.graph)) return 'untold';
  if (isRefused(said)) return 'refused';
  return said.graph ? 'accepted' : 'graph refused, vendor builds';
}

/** What is wrong in what we say, a line each; empty where we agree. */
export function disagreements(answer: Answer, ours: Ours): string[] {
  const errors = ours.findings.filter(({ severity, code }) => severity === 'error' && saysRefused.has(code));
  const found = ours.diagnosis?.found ?? [];
  const allClear = ours.summary.startsWith('Nothing is wrong');
  const wrong: string[] = [];
  const must = (holds: boolean, words: string): void => {
    if (!holds) wrong.push(words);
  };
  if (answer === 'refused') {
    // Where nothing can be shown at all, the verb ends with a fault that says why.
    must(errors.length > 0 || /^modscope: /m.test(ours.words), 'findings has no error');
    must(ours.check !== 0, 'check exits 0');
    must(ours.doctor !== 0, `doctor exits 0: ${ours.summary}`);
    must(!allClear, 'doctor says that nothing is wrong');
  }
  if (answer === 'untold') must(!allClear, 'doctor says that nothing is wrong of what it cannot know');
  if (answer === 'accepted') {
    must(
      errors.length === 0,
      `findings says that go refuses: ${errors.map(({ code, evidence }) => `${code}: ${evidence}`).join('; ')}`,
    );
    must(ours.check === 0, `check exits ${String(ours.check)}`);
    must(
      ours.doctor === 0,
      `doctor exits ${String(ours.doctor)}: ${found.map(({ code, what }) => `${code}: ${what}`).join('; ')}`,
    );
    must(found.length > 0 || allClear, `doctor finds nothing and says no more than: ${ours.summary}`);
    must(
      !/go refuses/.test(found.map(({ what, why }) => `${what} ${why}`).join('\n')),
      'doctor says that go refuses it',
    );
  }
  if (answer === 'graph refused, vendor builds') {
    const warned = ours.findings.some(({ severity, code }) => severity === 'warn' && saysRefused.has(code));
    must(errors.length === 0, `findings has an error: ${errors.map(({ code }) => code).join(', ')}`);
    must(warned, 'findings says nothing of the graph');
    must(ours.doctor === 0, `doctor exits ${String(ours.doctor)}`);
    must(!allClear, 'doctor says that nothing is wrong');
  }
  return wrong;
}
