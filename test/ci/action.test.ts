/** The form of what CI reads: no text of an event in a shell, every script there and strict, third parties pinned. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readYaml, type Yaml } from '../support/yaml.mjs';
import { home, readAction } from './action.ts';

const scripts = readdirSync(path.join(home, 'ci')).filter((name) => name.endsWith('.sh'));
const text = (name: string): string => readFileSync(path.join(home, name), 'utf8');

/** YAML in the pages that people copy from. */
const examples = ['docs/ci.md', 'docs/pictures.md'].flatMap((page) =>
  [...text(page).matchAll(/^```yaml\n(.*?)^```$/gms)].map(
    ([, yaml = ''], n) => [`${page} ${String(n + 1)}`, yaml] as const,
  ),
);

/** Every text in a value of YAML, with the keys that lead to it. */
function* textsOf(value: Yaml, at: readonly string[] = []): Generator<readonly [at: readonly string[], text: string]> {
  const todo: [readonly string[], Yaml][] = [[at, value]];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const [where, one] = next;
    if (typeof one === 'string') yield [where, one];
    else if (one !== null) for (const [key, inner] of Object.entries(one)) todo.push([[...where, key], inner]);
  }
}

describe('action.yml', () => {
  const { inputs, outputs, runs } = readAction();

  test('its steps run a file of ci/, or one line without a value in it', () => {
    for (const { run, shell, uses } of runs.steps) {
      if (run === undefined) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
      else {
        expect(shell).toBe('bash');
        expect(run).not.toContain('${{');
        const script = /^bash "\$GITHUB_ACTION_PATH\/ci\/([\w-]+\.sh)"$/.exec(run)?.[1];
        if (script === undefined) expect(run).toBe('exit "$MODSCOPE_STATUS"');
        else expect(scripts).toContain(script);
      }
    }
  });

  test('every input is used, every output comes from a step', () => {
    const used = JSON.stringify(runs);
    for (const name of Object.keys(inputs)) expect(used, name).toContain(`inputs.${name}`);
    const written = [...text('ci/report.sh').matchAll(/^ {2}printf '%s=%s\\n' (.*) >>/gm)]
      .map(([, words = '']) => words)
      .join();
    for (const [name, { value }] of Object.entries(outputs)) {
      expect(value).toBe(`\${{ steps.report.outputs.${name} }}`);
      expect(written).toContain(`${name} "$`);
    }
  });

  test('only the comment knows the token', () => {
    for (const { name, env = {} } of runs.steps) {
      expect([name, 'GH_TOKEN' in env, JSON.stringify(env).includes('inputs.token')]).toEqual([
        name,
        name === 'Comment',
        name === 'Comment',
      ]);
    }
  });
});

describe('ci/*.sh', () => {
  test.each(scripts)('%s is strict, says what it is for, and reads settings from its environment', (name) => {
    const [shebang, comment, ...lines] = text(`ci/${name}`).split('\n');
    expect(shebang).toBe('#!/usr/bin/env bash');
    expect(comment).toMatch(/^# \S/);
    expect(lines).toContain('set -euo pipefail');
    expect(lines.join('\n')).not.toMatch(/\beval\b|\$\{\{|set -x|xargs/);
  });
});

describe.each(examples)('%s', (_, yaml) => {
  const value = readYaml(yaml);
  const texts = [...textsOf(value)];

  test('it is YAML, and no event stands in a shell', () => {
    expect(texts.length).toBeGreaterThan(2);
    for (const [at, one] of texts) {
      if (at.some((key) => ['run', 'script', 'before_script'].includes(key))) expect(one).not.toContain('${{');
      // It runs with the rights of the repository on what a stranger wrote.
      expect(one).not.toContain('pull_request_target');
    }
    expect(yaml).not.toContain('pull_request_target');
  });

  test('third parties are pinned, inputs are those of action.yml', () => {
    const { inputs } = readAction();
    for (const [at, one] of texts) {
      if (at.at(-1) === 'uses') expect(one).toMatch(/^[\w-]+\/[\w-]+@(?:[0-9a-f]{40}|COMMIT)$/);
    }
    const jobs = typeof value === 'object' && value !== null && 'jobs' in value ? value.jobs : null;
    for (const [at, one] of textsOf(jobs ?? null)) {
      if (!one.startsWith('OWNER/modscope@')) continue;
      const given = texts.filter(
        ([where]) => where.at(-2) === 'with' && where.slice(1, -2).join() === at.slice(0, -1).join(),
      );
      for (const [where] of given) expect(Object.keys(inputs)).toContain(where.at(-1));
    }
  });
});

test('there are examples', () => {
  expect(examples.length).toBeGreaterThan(3);
});
