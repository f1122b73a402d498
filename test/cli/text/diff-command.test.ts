/** The command under a diff: it opens the same comparison, and no shell makes something else of it. */
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openingCommands, type Opened } from '../../../cli/text/diff-command.ts';

const [one, two] = ['1'.repeat(40), '2'.repeat(64)];
const shown = '1'.repeat(12);

function commands(given: Partial<Opened>): ReturnType<typeof openingCommands> {
  return openingCommands({ base: { commit: one }, head: {}, folder: '', options: {}, ...given });
}

describe('what opens a comparison', () => {
  test('a revision and the folder as it stands', () => {
    expect(commands({})).toEqual({
      write: `modscope diff rev:${shown} --format html -o modscope-diff.html`,
      open: `modscope --compare ${shown}`,
    });
  });

  test('two revisions: the page needs the second checked out', () => {
    expect(commands({ head: { commit: two } })).toEqual({
      write: `modscope diff rev:${shown} rev:${'2'.repeat(12)} --format html -o modscope-diff.html`,
      open: `modscope --compare ${shown}`,
      commit: '2'.repeat(12),
    });
  });

  test('files: the page is given none by a command', () => {
    expect(commands({ base: { file: 'ci/deps.json' } })).toEqual({
      write: 'modscope diff ci/deps.json --format html -o modscope-diff.html',
    });
    expect(commands({ head: { file: 'deps.json' } }).open).toBeUndefined();
  });

  test('where, and with what it was loaded', () => {
    const options = { goos: 'windows', goarch: 'arm64', tags: 'a,b', gowork: 'off', packages: true } as const;
    const { write, open } = commands({ folder: '../api/v2', options });
    expect(open).toBe(`modscope --compare ${shown} -C ../api/v2 --goos windows --goarch arm64 --tags a,b --gowork off`);
    expect(write).toContain(' --gowork off --packages --format html ');
  });

  test.each<[string, Partial<Opened>]>([
    ['standard input', { base: undefined }],
    ['standard input, as the other', { head: undefined }],
    ['a file of this machine', { base: { file: '/home/x/deps.json' } }],
    ['a folder of this machine', { folder: '/home/x' }],
    ['a file that would be an option', { base: { file: '--output=x' } }],
    ['a file that would have to be quoted', { base: { file: 'my deps.json' } }],
    ['a folder that a shell would run', { folder: '$(id)' }],
    ['tags that a shell would run', { options: { tags: 'a;id' } }],
    ['a go.work of this machine', { options: { gowork: '/home/x/go.work' } }],
  ])('none for %s', (_, given) => {
    const { write, open } = commands(given);
    expect([write, open]).toEqual([undefined, undefined]);
  });

  test('a shell reads the words that are there', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('`id`', '$HOME', '*', '~', '!1', 'a\nb', "'", '"', '\\', '#', '{a,b}', '<x', '&', '%PATH%', '^x'),
    );
    fc.assert(
      fc.property(word, word, word, (file, folder, tags) => {
        const { write } = commands({ base: { file }, folder, options: { tags } });
        if (write === undefined) return;
        const read = execFileSync('sh', ['-c', `printf '%s\\n' ${write}`], { encoding: 'utf8' });
        expect(read).toBe(`${write.replaceAll(' ', '\n')}\n`);
      }),
      { numRuns: 200 },
    );
  });
});
