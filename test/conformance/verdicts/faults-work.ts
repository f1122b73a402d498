/** What go.work says, and what stands where go looks for it. */
import { edit, late, shape, textOf, type Fault } from './fault.ts';
import { source, type World } from './world.ts';

const inWork =
  (make: (world: World) => boolean): Fault['make'] =>
  (world) =>
    world.isWorkspace && make(world);

const work = (change: (text: string, world: World) => string): Fault['make'] =>
  inWork((world) => edit(world, 'go.work', (text) => change(text, world)));

const more = (line: string | ((world: World) => string)): Fault['make'] =>
  work((text, world) => `${text}${typeof line === 'string' ? line : line(world)}\n`);

/** The first member, and the path of its module. */
const member = (world: World): string => `${world.host}/${world.mains[0] ?? ''}`;

export const workFaults: readonly Fault[] = [
  shape('go.work uses a folder that is not there', more('use ./gone')),
  shape('go.work uses a folder without go.mod', (world, random) => {
    world.files.set('bare/x.go', 'package bare\n');
    return more('use ./bare')(world, random);
  }),
  shape(
    'go.work uses a folder twice',
    more((world) => `use ./${world.mains[0] ?? ''}`),
  ),
  shape('go.work uses a module twice', (world, random) => {
    world.files.set('again/go.mod', `module ${member(world)}\n\ngo 1.24\n`);
    return more('use ./again')(world, random);
  }),
  shape(
    'a low go line of go.work',
    work((text) => text.replace(/^go .*/, 'go 1.20')),
  ),
  shape(
    'no go line of go.work',
    work((text) => text.replace(/^go .*/, '')),
  ),
  shape(
    'a go.work for a go that there is not',
    work((text) => text.replace(/^go .*/, 'go 1.999')),
  ),
  shape('a toolchain line of go.work', more('toolchain go1.26.0')),
  shape('a needless toolchain line of go.work', more('toolchain go1.18')),
  shape('a known godebug in go.work', more('godebug panicnil=1')),
  shape('an unknown godebug in go.work', more('godebug nosuchsetting=1')),
  shape('a directive that go.work does not know', more('require example.com/a v1.0.0')),
  shape(
    'CRLF in go.work',
    work((text) => text.replaceAll('\n', '\r\n')),
  ),
  shape(
    'a byte order mark before go.work',
    work((text) => `\uFEFF${text}`),
  ),
  shape(
    'an empty go.work',
    work(() => ''),
  ),
  shape('comments in go.work', more('// Words.')),
  shape(
    'a member that is replaced',
    more((world) => `replace ${member(world)} => ./elsewhere`),
  ),
  shape(
    'a member that is replaced at one version',
    more((world) => `replace ${member(world)} v1.2.3 => ./${world.mains[0] ?? ''}`),
  ),
  shape(
    'replacements that differ',
    inWork((world) => {
      if (world.mains.length < 2) return false;
      return world.mains.every((dir) => {
        world.files.set(`${dir}/near/go.mod`, `module ${world.host}/a\n`);
        world.files.set(`${dir}/near/a.go`, 'package a\n');
        return edit(world, `${dir}/go.mod`, (text) => `${text}replace ${world.host}/a => ./near\n`);
      });
    }),
  ),
  shape(
    'replacements that differ, and go.work decides',
    inWork((world) => {
      if (world.mains.length < 2) return false;
      for (const dir of world.mains) {
        world.files.set(`${dir}/near/go.mod`, `module ${world.host}/a\n`);
        world.files.set(`${dir}/near/a.go`, 'package a\n');
        edit(world, `${dir}/go.mod`, (text) => `${text}replace ${world.host}/a => ./near\n`);
      }
      return edit(world, 'go.work', (text) => `${text}replace ${world.host}/a => ./${world.mains[0] ?? ''}/near\n`);
    }),
  ),
  shape(
    'a version of a member that was never published',
    inWork((world) => {
      const [first, second] = world.mains;
      if (first === undefined || second === undefined) return false;
      return edit(world, `${second}/go.mod`, (text) => `${text}require ${world.host}/${first} v1.2.3\n`);
    }),
  ),
  shape(
    'a version of a member that was never published, required by a dependency',
    inWork((world) => {
      const path = `${world.host}/round`;
      world.served.push({
        path,
        version: 'v1.0.0',
        files: { 'go.mod': `module ${path}\nrequire ${member(world)} v1.4.0\n`, 'round.go': 'package round\n' },
      });
      return edit(world, `${world.mains[0] ?? ''}/go.mod`, (text) => `${text}require ${path} v1.0.0\n`);
    }),
  ),
  shape(
    'a member that imports another',
    inWork((world) => {
      const [first, second] = world.mains;
      if (first === undefined || second === undefined) return false;
      world.files.set(`${second}/across.go`, source('main', [`${world.host}/${first}/inner`]));
      return true;
    }),
  ),
  shape(
    'a member that is not a Go module of that name',
    inWork((world) =>
      edit(world, `${world.mains[0] ?? ''}/go.mod`, (text) => text.replace(/^module .*/, `module ${world.host}/other`)),
    ),
  ),
  late(
    'a go.sum of a member with merge markers',
    inWork((world) => edit(world, `${world.mains[0] ?? ''}/go.sum`, (text) => `<<<<<<< HEAD\n${text}`)),
  ),
  late(
    'a go.work.sum that is malformed',
    inWork((world) => {
      world.files.set('go.work.sum', 'example.com/half v1.0.0\n');
      return true;
    }),
  ),
  late(
    'a go.work.sum',
    inWork((world) => {
      world.files.set('go.work.sum', textOf(world, `${world.mains[0] ?? ''}/go.sum`));
      return true;
    }),
  ),
  late(
    'a member checked out in part',
    inWork((world) => {
      const [dir = ''] = world.mains;
      const files = [...world.files.keys()].filter((file) => file.startsWith(`${dir}/`) && file !== `${dir}/go.mod`);
      return files.filter((file) => world.files.delete(file)).length > 0;
    }),
  ),
  late('a module checked out in part', (world) => {
    if (world.isWorkspace) return false;
    return world.files.delete('inner/inner.go');
  }),
  late('a go.work that uses none of it', (world) => {
    if (world.isWorkspace) return false;
    world.files.set('go.work', 'go 1.25.0\n\nuse ./near\n');
    world.files.set('near/go.mod', 'module example.com/near\n\ngo 1.25.0\n');
    return true;
  }),
  late(
    'a go.work turned off',
    inWork((world) => {
      world.env.set('GOWORK', 'off');
      return true;
    }),
  ),
];
