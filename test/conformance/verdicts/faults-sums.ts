/** What becomes of go.sum and of the vendor folder. */
import type { Random } from '../random.ts';
import { edit, inMain, late, textOf, withLines, type Fault } from './fault.ts';
import type { World } from './world.ts';

const markers = (text: string): string => {
  const lines = text.split('\n');
  const half = Math.floor(lines.length / 2);
  return ['<<<<<<< HEAD', ...lines.slice(0, half), '=======', ...lines.slice(half, -1), '>>>>>>> theirs', ''].join(
    '\n',
  );
};

const sum =
  (change: (text: string, random: Random) => string): Fault['make'] =>
  (world, random) =>
    edit(world, inMain(world, random, 'go.sum'), (text) => change(text, random));

/** Without one line of those that match. */
const without =
  (pattern: RegExp) =>
  (text: string, random: Random): string => {
    const line = random.pick(text.split('\n').filter((one) => pattern.test(one)));
    return text
      .split('\n')
      .filter((one) => one !== line)
      .join('\n');
  };

const vendored =
  (change: (world: World, files: readonly string[], random: Random) => boolean): Fault['make'] =>
  (world, random) => {
    const files = [...world.files.keys()].filter((file) => file.startsWith('vendor/') && file.endsWith('.go'));
    return world.files.has('vendor/modules.txt') && change(world, files, random);
  };

export const sumFaults: readonly Fault[] = [
  late('go.sum without a go.mod line', sum(without(/\/go\.mod /))),
  late('go.sum without a source line', sum(without(/^\S+ v[^/]+ /))),
  late(
    'go.sum without any source line',
    sum((text) => text.replace(/^\S+ v[^/\s]+ .*\n/gm, '')),
  ),
  late(
    'go.sum without any go.mod line',
    sum((text) => text.replace(/^.*\/go\.mod .*\n/gm, '')),
  ),
  late('no go.sum', (world, random) => world.files.delete(inMain(world, random, 'go.sum'))),
  late(
    'an empty go.sum',
    sum(() => ''),
  ),
  late('merge markers in go.sum', sum(markers)),
  late(
    'a go.sum line of two words',
    sum((text) => `${text}example.com/half v1.0.0\n`),
  ),
  late(
    'a go.sum cut off in the middle of a line',
    sum((text) => text.slice(0, Math.floor(text.length / 2) - 7)),
  ),
  late(
    'a byte order mark before go.sum',
    sum((text) => `\uFEFF${text}`),
  ),
  late(
    'go.sum with CRLF',
    sum((text) => text.replaceAll('\n', '\r\n')),
  ),
  late(
    'empty lines in go.sum',
    sum((text) => text.replaceAll('\n', '\n\n')),
  ),
  late(
    'a go.sum twice',
    sum((text) => text + text),
  ),
  late(
    'go.sum in another order',
    sum((text) => text.split('\n').reverse().join('\n')),
  ),
  late(
    'sums in go.sum that nothing needs',
    sum((text) => `${text}example.com/gone v1.0.0/go.mod h1:3v7I3pSVB7gwjOnsWDWuXJXcKQ3Vnn2pmxhpTtEmtJg=\n`),
  ),
  late(
    'a hash of another kind in go.sum',
    sum((text) => `${text}example.com/gone v1.0.0/go.mod h9:abc\n`),
  ),
  late(
    'a wrong hash of a go.mod',
    sum((text) => text.replace(/(\/go\.mod h1:)\w{4}/, '$1AAAA')),
  ),
  late(
    'a wrong hash of a source',
    sum((text) => text.replace(/^(\S+ v[^/\s]+ h1:)\w{4}/m, '$1AAAA')),
  ),
  late('a go.work.sum with merge markers', (world) => {
    world.files.set('go.work.sum', markers(textOf(world, 'go.sum')));
    return true;
  }),
  late(
    'a vendor folder with a file missing',
    vendored((world, files, random) => world.files.delete(random.pick(files) ?? '')),
  ),
  late(
    'a vendor folder with a package missing',
    vendored((world, files, random) => {
      const folder = (random.pick(files) ?? '').replace(/[^/]*$/, '');
      return files.filter((file) => file.startsWith(folder) && world.files.delete(file)).length > 0;
    }),
  ),
  late(
    'a vendor folder that knows another version',
    vendored((world) =>
      edit(world, 'vendor/modules.txt', (text) => text.replace(/^(# \S+ v\d+)\.\d+\.\d+/m, '$1.9.9')),
    ),
  ),
  late(
    'a vendor folder without modules.txt',
    vendored((world) => world.files.delete('vendor/modules.txt')),
  ),
  late(
    'a vendor folder, and a requirement more',
    (world, random) =>
      world.files.has('vendor/modules.txt') && withLines(`require ${world.host}/late v1.0.0`)(world, random),
  ),
  late('-mod=mod in GOFLAGS', (world) => {
    world.env.set('GOFLAGS', '-mod=mod');
    return true;
  }),
  late('-mod=vendor in GOFLAGS', (world) => {
    world.env.set('GOFLAGS', '-mod=vendor');
    return true;
  }),
  late('-mod=readonly in GOFLAGS', (world) => {
    world.env.set('GOFLAGS', '-mod=readonly');
    return true;
  }),
  late('an empty vendor folder', (world) => {
    if (world.isVendored) return false;
    world.files.set('vendor/.keep', '');
    return true;
  }),
];
