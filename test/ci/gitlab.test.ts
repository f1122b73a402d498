/** The script of ci/gitlab.yml, run for real against a GitLab that is a file: one note that is kept up to date, a token that nobody sees. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import * as v from 'valibot';
import { builtModscope } from '../support/built.ts';
import { git } from '../support/repository.ts';
import { layOut } from '../support/tree.ts';
import { readYaml } from '../support/yaml.mjs';
import { home, runStep, type Ended } from './action.ts';
import { makeJob, type Job } from './job.ts';

const file = v.object({
  modscope: v.object({
    rules: v.array(v.record(v.string(), v.string())),
    variables: v.record(v.string(), v.string()),
    before_script: v.array(v.string()),
    script: v.array(v.string()),
    artifacts: v.object({ when: v.literal('always'), paths: v.array(v.string()) }),
  }),
});

const { modscope: job } = v.parse(file, readYaml(readFileSync(path.join(home, 'ci/gitlab.yml'), 'utf8')));

let modscope: string;
let world: Job;

beforeAll(async () => {
  modscope = await builtModscope();
});

beforeEach(() => {
  world = makeJob(modscope);
});

/** `before_script`, but for what installs, and `script`: GitLab's runner joins them into one. */
function run(more: Readonly<Record<string, string>> = {}): Ended {
  const given = new Map<string, string>([
    ['CI_PROJECT_DIR', world.tree],
    ['CI_MERGE_REQUEST_DIFF_BASE_SHA', git(world.tree, 'rev-parse', 'main').trim()],
  ]);
  const variables = Object.entries(job.variables).map(([name, text]) => {
    const value = text.replace(/\$(\w+)/g, (_, other: string) => given.get(other) ?? `$${other}`);
    return [name, name === 'MODSCOPE_HOME' ? home : value] as const;
  });
  return runStep(job.script.join('\n'), world.tree, {
    ...world.env,
    ...Object.fromEntries(variables),
    CI_API_V4_URL: 'https://gitlab.example.com/api/v4',
    CI_PROJECT_ID: '12',
    CI_MERGE_REQUEST_IID: '7',
    CI_JOB_URL: 'https://gitlab.example.com/o/r/-/jobs/1',
    MODSCOPE_GITLAB_TOKEN: 'secret-token',
    ...more,
  });
}

test('the first run posts a note, the second one updates it, a broken rule fails the job after that', () => {
  expect(run()).toEqual({ status: 0, out: '', err: '' });
  const [note] = world.forge.comments();
  expect(note?.by).toBe('project_1_bot');
  expect(note?.body).toMatch(/^<!-- modscope module -->\n### Dependencies\n\n\*\*1 line changed in `go\.mod`/);
  expect(note?.body).toContain('[Run](https://gitlab.example.com/o/r/-/jobs/1)');
  expect(readFileSync(path.join(world.tree, job.artifacts.paths[0] ?? '', 'picture.svg'), 'utf8')).toContain('<svg');
  expect(run({ MODSCOPE_FAIL_ON: 'added' }).status).toBe(1);
  expect(world.forge.comments()).toHaveLength(1);
  expect(world.forge.comments()[0]?.body).toContain('**This breaks a rule:**');
  expect(world.forge.asked().map(({ what }) => what.replace(/\?.*/, ''))).toEqual([
    'GET user',
    'GET projects/12/merge_requests/7/notes',
    'POST projects/12/merge_requests/7/notes',
    'GET user',
    'GET projects/12/merge_requests/7/notes',
    'PUT projects/12/merge_requests/7/notes/1000',
  ]);
});

test('the token is in no argument, and modscope does not get it', () => {
  const spy = path.join(world.root, 'spy');
  writeFileSync(spy, `#!/bin/sh\nenv >>'${world.root}/environment'\nexec '${modscope}' "$@"\n`, { mode: 0o755 });
  expect(run({ MODSCOPE_COMMAND: spy }).status).toBe(0);
  const asked = world.forge.asked();
  expect(asked.map(({ token }) => token)).toEqual(asked.map(() => 'secret-token'));
  expect(JSON.stringify(asked.map(({ argv }) => argv))).not.toContain('secret');
  expect(readFileSync(path.join(world.root, 'environment'), 'utf8')).not.toContain('secret');
});

test('the pipeline of a fork has no token, and asks nothing; nor does one of a branch', () => {
  for (const [name, words] of [
    ['MODSCOPE_GITLAB_TOKEN', 'in the artifacts'],
    ['CI_MERGE_REQUEST_IID', 'no merge request'],
  ] as const) {
    const { status, err } = run({ [name]: '' });
    expect(status).toBe(0);
    expect(err).toContain(words);
  }
  expect(world.forge.asked()).toEqual([]);
});

test('nothing changed: none is posted, and one that is there says so; notes of others are left alone', () => {
  world.forge.add('mallory', '<!-- modscope module -->\nmine');
  const base = { MODSCOPE_BASE: git(world.tree, 'rev-parse', 'change').trim() };
  expect(run(base).status).toBe(0);
  expect(world.forge.comments()).toHaveLength(1);
  run();
  run(base);
  expect(world.forge.comments().map(({ body }) => body.split('\n').at(3))).toEqual([
    undefined,
    'The dependency graph has not changed.',
  ]);
});

test('what GitLab refuses fails the job', () => {
  world.forge.refuse(500);
  const { status, err } = run();
  expect(status).toBe(22);
  expect(err).toContain('500');
});

test('a line that would be a command to GitLab is none', () => {
  layOut(world.tree, { 'go.mod': 'module example.com/main\n\n/close\n/label ~x\n' });
  git(world.tree, 'commit', '-qam', 'evil');
  expect(run().status).not.toBe(0);
  expect(world.forge.comments()[0]?.body).toContain('**They could not be compared:**');
  expect(world.forge.comments()[0]?.body).not.toMatch(/^\s*\//m);
});
