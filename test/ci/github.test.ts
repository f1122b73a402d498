/** action.yml, its shell steps run for real: one comment that is kept up to date, nothing of a stranger run, a policy that fails the job. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtModscope } from '../support/built.ts';
import { commit, git, repositoryState } from '../support/repository.ts';
import { layOut } from '../support/tree.ts';
import { goMod, makeJob, type Job } from './job.ts';

let modscope: string;
let job: Job;

beforeAll(async () => {
  modscope = await builtModscope();
});

beforeEach(() => {
  job = makeJob(modscope);
});

function sha(name: string): string {
  return git(job.tree, 'rev-parse', name).trim();
}

/** The event of a pull request from `change` into main. */
function pull(more: Parameters<Job['github']>[0] = {}): Parameters<Job['github']>[0] {
  return { number: '7', base: sha('main'), ...more };
}

describe('one comment', () => {
  test('the first run posts it, the second one updates it, and the tree is as it was', () => {
    git(job.tree, 'status');
    const before = repositoryState(job.tree);
    const first = job.github(pull());
    expect([first.status, first.err]).toEqual([0, '']);
    expect(repositoryState(job.tree)).toEqual(before);
    const [comment, ...others] = job.forge.comments();
    expect(others).toEqual([]);
    expect(comment?.body).toMatch(
      /^<!-- modscope module -->\n### Dependencies\n\n\*\*1 line changed in `go\.mod`, 2 mod/,
    );
    expect(comment?.body).toContain('| added | `example.com/c` |');
    expect(comment?.body).toContain('[Picture and page](https://github.com/o/r/artifacts/1)');
    expect(comment?.body).toContain('[Run](https://github.com/o/r/actions/runs/4711)');
    expect(first.summary).toContain('1 line changed in `go.mod`');
    expect(readFileSync(first.outputs.get('picture') ?? '', 'utf8')).toContain('<svg');
    expect(readFileSync(first.outputs.get('page') ?? '', 'utf8')).toMatch(
      /^<!doctype html>[^]*<svg[^]*example\.com\/a/,
    );
    expect(comment?.body).toMatch(
      /Look at it: `modscope diff rev:\w{12} rev:\w{12} --format html -o modscope-diff\.html`/,
    );
    layOut(job.tree, { 'go.mod': goMod('example.com/a v1.1.0', 'example.com/c v1.0.0') });
    git(job.tree, 'commit', '-qam', 'three');
    job.github(pull());
    expect(job.forge.comments()).toHaveLength(1);
    expect(job.forge.comments()[0]?.body).toContain('2 lines changed in `go.mod`');
    expect(job.forge.asked().map(({ what }) => what.replace(/\?.*/, ''))).toEqual([
      'GET repos/o/r/issues/7/comments',
      'POST repos/o/r/issues/7/comments',
      'GET repos/o/r/issues/7/comments',
      'PATCH repos/o/r/issues/comments/1000',
    ]);
  });

  test('nothing changed: none is posted; one that is there says so', () => {
    git(job.tree, 'checkout', '-q', 'main');
    const ran = job.github(pull());
    expect([ran.status, ran.outputs.get('changed'), ran.outputs.get('picture')]).toEqual([0, 'false', '']);
    expect(ran.summary).toContain('The dependency graph has not changed.');
    expect(job.forge.comments()).toEqual([]);
    git(job.tree, 'checkout', '-q', 'change');
    job.github(pull());
    git(job.tree, 'checkout', '-q', 'main');
    job.github(pull());
    expect(job.forge.comments().map(({ body }) => body)).toEqual([
      expect.stringMatching(/### Dependencies\n\nThe dependency graph has not changed\.\n/),
    ]);
  });

  test('comments of others that look like it are left alone, and it is found behind hundreds', () => {
    const mark = '<!-- modscope module -->\n';
    job.forge.add('mallory', `${mark}mine`);
    job.forge.add('somebody', ...Array.from({ length: 250 }, (_, n) => String(n)));
    job.forge.add('github-actions[bot]', '<!-- modscope api -->\nof another module', `said ${mark}`, `${mark}old`);
    job.forge.add('github-actions[bot]', `${mark}posted at once with the other`);
    job.github(pull());
    const ours = job.forge.comments().filter(({ body }) => body.startsWith(mark));
    expect(ours.map(({ id, by }) => [id, by])).toEqual([
      [100, 'mallory'],
      [353, 'github-actions[bot]'],
    ]);
    expect(ours.map(({ body }) => body.includes('1 line changed'))).toEqual([false, true]);
    expect(job.forge.comments()).toHaveLength(254);
  });

  test('for each module one', () => {
    commit(job.tree, 'both', { 'api/go.mod': goMod('example.com/a v1.1.0') });
    commit(job.tree, 'then', { 'api/go.mod': goMod('example.com/a v1.0.0') });
    job.github(pull());
    job.github(pull({ base: sha('both'), inputs: { directory: './api' } }));
    expect(job.forge.comments().map(({ body }) => body.split('\n', 2))).toEqual([
      ['<!-- modscope module -->', '### Dependencies'],
      ['<!-- modscope api -->', '### Dependencies of <code>./api</code>'],
    ]);
  });

  test('comment: false, and what is no pull request', () => {
    expect(job.github(pull({ inputs: { comment: 'false' } })).steps.has('Comment')).toBe(false);
    const ran = job.github({ before: sha('main') });
    expect([ran.status, ran.steps.has('Comment'), ran.outputs.get('changed')]).toEqual([0, false, 'true']);
    expect(job.forge.asked()).toEqual([]);
  });
});

describe('a token that reads', () => {
  test('a pull request of a fork: the summary alone, nothing asked, and go runs no version control', () => {
    const { status, out, summary } = job.github(pull({ fork: true }));
    expect(status).toBe(0);
    expect(out).toContain('::notice title=modscope::A pull request of a fork gets no comment');
    expect(summary).toContain('1 line changed');
    expect(job.forge.asked()).toEqual([]);
    const logged = path.join(job.root, 'arguments');
    writeFileSync(path.join(job.root, 'spy'), `#!/bin/sh\necho "$@" >>'${logged}'\nexec '${modscope}' "$@"\n`, {
      mode: 0o755,
    });
    job.script('report.sh', {
      MODSCOPE_COMMAND: path.join(job.root, 'spy'),
      MODSCOPE_VCS: 'off',
      MODSCOPE_BASE: 'main',
    });
    const lines = readFileSync(logged, 'utf8').trim().split('\n');
    expect(lines.map((line) => line.includes('--vcs off'))).toEqual(lines.map(() => true));
  });

  test('one that may not write is told of, and is no failure', () => {
    job.forge.refuse(403);
    const { status, err } = job.github(pull());
    expect([status, err]).toEqual([0, expect.stringMatching(/^::warning title=modscope::The token may not comment: /)]);
  });

  test('any other refusal is one, in words that begin no line', () => {
    job.forge.refuse(502);
    const { steps, err } = job.github(pull());
    expect([steps.get('Comment'), err]).toEqual([1, expect.stringMatching(/^gh: gh: .*HTTP 502/)]);
  });

  test('the token reaches gh and nobody else', () => {
    const spy = path.join(job.root, 'spy');
    writeFileSync(spy, `#!/bin/sh\nenv >>'${job.root}/environment'\nexec '${modscope}' "$@"\n`, { mode: 0o755 });
    job.github({ ...pull(), inputs: { 'fail-on': 'added' } });
    job.script('report.sh', { MODSCOPE_COMMAND: spy });
    expect(job.forge.asked().map(({ token }) => token)).toEqual(['secret-token', 'secret-token']);
    expect(JSON.stringify(job.forge.asked().map(({ argv }) => argv))).not.toContain('secret');
    expect(readFileSync(path.join(job.root, 'environment'), 'utf8')).not.toContain('secret');
  });
});

describe('policy', () => {
  test('--fail-on fails the job after the comment was made', () => {
    const ran = job.github(pull({ inputs: { 'fail-on': 'major,added' } }));
    expect([...ran.steps]).toEqual([
      ['Find modscope', 0],
      ['Compare', 0],
      ['Upload the picture', 0],
      ['Comment', 0],
      ['Judge', 1],
    ]);
    expect(ran.outputs.get('status')).toBe('1');
    const said = '--fail-on added: 1 module added: example.com/c@v1.0.0.';
    expect(ran.err).toContain(said);
    for (const text of [ran.summary, job.forge.comments()[0]?.body]) {
      expect(text).toContain(`**This breaks a rule:**\n\n<pre>\nmodscope: ${said}\n</pre>\n\n**1 line changed`);
    }
  });

  test('modscope.config.json is found above the module, checked, told, and written as SARIF', () => {
    layOut(job.tree, {
      'modscope.config.json': JSON.stringify({ forbid: [{ query: 'example.com/c', reason: 'a <b> & c' }] }),
      'api/go.mod': goMod('example.com/a v1.1.0'),
    });
    commit(job.tree, 'api', {});
    const next = job.github(pull({ inputs: { directory: 'api', base: 'HEAD' } }));
    expect([next.steps.get('Judge'), next.outputs.get('changed')]).toEqual([1, 'false']);
    const body = job.forge.comments()[0]?.body ?? '';
    expect(body).toContain('**This breaks the policy:**\n\n<pre>\n');
    expect(body).toContain('a &lt;b&gt; &amp; c');
    expect(body).toContain('The dependency graph has not changed.');
    const sarif = readFileSync(path.join(next.outputs.get('folder') ?? '', 'check.sarif'), 'utf8');
    expect(sarif).toContain('"version": "2.1.0"');
    expect(job.github(pull({ inputs: { check: 'false', directory: 'api', base: 'HEAD' } })).status).toBe(0);
  });

  test('a rule that is none is a failure of its own, told', () => {
    const ran = job.github(pull({ inputs: { 'fail-on': 'majr' } }));
    expect(ran.steps.get('Judge')).toBe(2);
    expect(job.forge.comments()[0]?.body).toContain(
      '**They could not be compared:**\n\n<pre>\nmodscope: --fail-on knows no',
    );
  });

  test('a module that go cannot load is told, in words that are no markup', () => {
    commit(job.tree, 'lost', { 'go.mod': goMod('example.com/lost v1.0.0') });
    const ran = job.github(pull());
    expect(ran.steps.get('Judge')).toBe(3);
    expect(job.forge.comments()[0]?.body).toContain('**They could not be compared:**');
  });
});

describe('strangers', () => {
  test('a branch, a tag, a title and a file that would be commands do nothing', () => {
    const evil = 'x$(touch${IFS}pwned)`touch${IFS}pwned`;touch${IFS}pwned';
    git(job.tree, 'checkout', '-qb', evil);
    git(job.tree, 'tag', `-a`, `v1;${evil}`, '-m', '"; touch pwned; $(touch pwned)\n::set-output name=status::0');
    layOut(job.tree, { HEAD: 'no snapshot', [sha('main')]: 'no snapshot' });
    const ran = job.github(pull({ ref: `refs/heads/${evil}` }));
    expect([ran.status, ran.outputs.get('changed')]).toEqual([0, 'true']);
    expect(git(job.tree, 'status', '--porcelain', '--', 'pwned')).toBe('');
    expect(ran.out + ran.err).not.toMatch(/^::(?!notice|warning)/m);
  });

  test('what go says of a hostile go.mod is no command to the runner', () => {
    commit(job.tree, 'evil', {
      'go.mod': 'module example.com/main\n\n::set-output name=status::0\n##[add-path]/tmp\n',
    });
    const ran = job.github(pull());
    expect(ran.steps.get('Judge')).not.toBe(0);
    expect(ran.out + ran.err).not.toMatch(/^\s*::|##\[/m);
    expect(job.forge.comments()[0]?.body).not.toMatch(/^::|^\//m);
  });

  test('an input of several lines sets no output', () => {
    const ran = job.github(pull({ inputs: { directory: '.\nstatus=0', 'fail-on': 'added' } }));
    expect(ran.steps.get('Judge')).not.toBe(0);
  });
});
