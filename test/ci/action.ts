/** action.yml as a list of steps, and a runner of its shell steps that gives them what GitHub would. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { readYaml } from '../support/yaml.mjs';

/** The top of the checkout. */
export const home = fileURLToPath(new URL('../../', import.meta.url));

const input = v.strictObject({ description: v.string(), default: v.string() });

const step = v.strictObject({
  name: v.string(),
  id: v.optional(v.string()),
  if: v.optional(v.string()),
  shell: v.optional(v.literal('bash')),
  run: v.optional(v.string()),
  uses: v.optional(v.string()),
  with: v.optional(v.record(v.string(), v.string())),
  env: v.optional(v.record(v.string(), v.string())),
  'continue-on-error': v.optional(v.string()),
});

/** https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax, as far as action.yml uses it. */
const action = v.strictObject({
  name: v.string(),
  description: v.string(),
  branding: v.record(v.string(), v.string()),
  inputs: v.record(v.string(), input),
  outputs: v.record(v.string(), v.strictObject({ description: v.string(), value: v.string() })),
  runs: v.strictObject({ using: v.literal('composite'), steps: v.array(step) }),
});

/** Throws when action.yml has another shape. */
export function readAction(): v.InferOutput<typeof action> {
  return v.parse(action, readYaml(readFileSync(path.join(home, 'action.yml'), 'utf8')));
}

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a shell step as GitHub's runner does: `bash --noprofile --norc -eo pipefail`, in the folder of the checkout that it looks at. */
export function runStep(run: string, cwd: string, env: Readonly<Record<string, string>>): Ended {
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

/** Key → value of a GITHUB_OUTPUT file, which is emptied. */
export function takeOutputs(file: string): Map<string, string> {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  writeFileSync(file, '');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
