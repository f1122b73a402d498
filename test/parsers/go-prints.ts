/** What the real go prints of a file. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * `go VERB edit -json FILE`; undefined where go refuses the file. Where MODSCOPE_GO_ANSWERS names a folder (mutation
 * testing: the same texts thousands of times), go is asked once for each text, and its answers are kept there.
 */
export function goEditPrints(verb: 'mod' | 'work', file: string): string | undefined {
  const folder = process.env['MODSCOPE_GO_ANSWERS'];
  if (folder === undefined) return ask(verb, file);
  const answer = path.join(folder, createHash('sha256').update(verb).update(readFileSync(file)).digest('hex'));
  if (!existsSync(answer)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(answer, ask(verb, file) ?? '');
  }
  const text = readFileSync(answer, 'utf8');
  return text === '' ? undefined : text;
}

function ask(verb: string, file: string): string | undefined {
  try {
    return execFileSync('go', [verb, 'edit', '-json', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, GOTOOLCHAIN: 'local', GOWORK: 'off', GOFLAGS: '' },
    });
  } catch {
    return undefined;
  }
}
