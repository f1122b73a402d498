/** What the sources of main modules and dependencies say. */
import { edit, inMain, late, serve, shape, withFile, type Fault } from './fault.ts';
import { source } from './world.ts';

const withFiles =
  (files: Readonly<Record<string, string>>): Fault['make'] =>
  (world, random) => {
    const at = inMain(world, random, 'x').replace(/x$/, '');
    for (const [name, text] of Object.entries(files)) world.files.set(`${at}${name}`, text);
    return true;
  };

const env =
  (name: string, value: string): Fault['make'] =>
  (world) => {
    world.env.set(name, value);
    return true;
  };

export const packageFaults: readonly Fault[] = [
  shape('an import that no module provides', withFile('extra.go', source('main', ['example.com/none/at/all']))),
  shape('an import of one word', withFile('extra.go', source('main', ['nosuchpackage']))),
  shape('an import of a package that its module lacks', (world, random) =>
    withFile('extra.go', source('main', [`${world.host}/a/lacking`]))(world, random),
  ),
  shape('an import of a package of one’s own that is not there', (world, random) =>
    withFile('extra.go', source('main', [`${world.host}/main/generated`]))(world, random),
  ),
  shape('a relative import', withFile('extra.go', source('main', ['./inner']))),
  shape('an import of nothing', withFile('extra.go', source('main', ['']))),
  shape('an import with a space', withFile('extra.go', source('main', ['exa mple.com/x']))),
  shape(
    'an import of a command',
    withFiles({ 'tool/main.go': 'package main\n\nfunc main() {}\n', 'extra.go': source('main', ['example.com/none']) }),
  ),
  shape('an internal package of somebody', (world, random) => {
    serve(world, random, 'closed', 'v1.0.0', '', {
      files: { 'closed.go': 'package closed\n', 'internal/in/in.go': 'package in\n' },
    });
    return withFile('extra.go', source('main', [`${world.host}/closed/internal/in`]))(world, random);
  }),
  shape('an internal package of go', withFile('extra.go', source('main', ['internal/abi']))),
  shape('a cycle of imports', (world, random) =>
    withFiles({
      'x/x.go': source('x', [`${world.host}/main/y`]),
      'y/y.go': source('y', [`${world.host}/main/x`]),
    })({ ...world, mains: world.mains.filter((dir) => dir === '.') }, random),
  ),
  shape('a package that imports itself', (world, random) =>
    withFiles({ 'x/x.go': source('x', [`${world.host}/main/x`]) })(world, random),
  ),
  shape('only files of tests', withFiles({ 'tests/only_test.go': 'package tests\n' })),
  shape(
    'a test that imports what is not there',
    withFiles({ 'tests/t.go': 'package tests\n', 'tests/t_test.go': source('tests', ['example.com/none/at/all']) }),
  ),
  shape(
    'an import under a tag',
    withFiles({ 'tagged.go': `//go:build nosuchtag\n\n${source('main', ['example.com/none/at/all'])}` }),
  ),
  shape('an import on another platform', withFiles({ 'x_windows.go': source('main', ['example.com/none/at/all']) })),
  shape('a package of another platform alone', withFiles({ 'plan/x_plan9.go': 'package plan\n' })),
  shape('a package of another platform alone, imported', (world, random) => {
    serve(world, random, 'plan', 'v1.0.0', '', { files: { 'x_plan9.go': 'package plan\n' } });
    return true;
  }),
  shape('a dependency without Go files', (world, random) => {
    serve(world, random, 'docs', 'v1.0.0', '', { files: { README: 'words\n' } });
    return true;
  }),
  shape('two packages in a folder', withFiles({ 'two/a.go': 'package a\n', 'two/b.go': 'package b\n' })),
  shape('a file that is no Go', withFiles({ 'broken/x.go': 'pakage broken\n' })),
  shape('a file that is empty', withFiles({ 'broken/x.go': '' })),
  shape('imports that cannot be read', withFiles({ 'broken/x.go': 'package broken\n\nimport "fmt\n' })),
  shape('a body that cannot be read', withFiles({ 'broken/x.go': 'package broken\n\nfunc x( {\n' })),
  shape('a body that does not type-check', withFiles({ 'broken/x.go': 'package broken\n\nvar x int = "no"\n' })),
  shape(
    'merge markers in a source',
    withFiles({ 'broken/x.go': '<<<<<<< HEAD\npackage broken\n=======\npackage other\n>>>>>>> theirs\n' }),
  ),
  shape('a file with a null byte', withFiles({ 'broken/x.go': 'package broken\n\u0000\n' })),
  shape(
    'embedded files that are not there',
    withFiles({ 'emb/x.go': 'package emb\n\nimport _ "embed"\n\n//go:embed assets/*\nvar x string\n' }),
  ),
  shape(
    'embedded files',
    withFiles({ 'emb/x.go': 'package emb\n\nimport _ "embed"\n\n//go:embed x.txt\nvar x string\n', 'emb/x.txt': 'x' }),
  ),
  shape('cgo', withFiles({ 'c/x.go': 'package c\n\nimport "C"\n' })),
  shape(
    'cgo without cgo',
    (world, random) =>
      withFiles({ 'c/x.go': 'package c\n\nimport "C"\n' })(world, random) && env('CGO_ENABLED', '0')(world, random),
  ),
  shape('cgo without cgo, imported', (world, random) => {
    serve(world, random, 'cc', 'v1.0.0', '', { files: { 'cc.go': 'package cc\n\nimport "C"\n' } });
    return env('CGO_ENABLED', '0')(world, random);
  }),
  shape('C files without cgo', withFiles({ 'c/x.go': 'package c\n', 'c/x.c': 'int x;\n' })),
  shape('another platform', env('GOOS', 'plan9')),
  shape(
    'a nested module',
    withFiles({
      'nested/go.mod': 'module example.com/nested\n',
      'nested/x.go': source('nested', ['example.com/none']),
    }),
  ),
  shape('a nested module that is imported', (world, random) =>
    withFiles({
      'nested/go.mod': `module ${world.host}/main/nested\n`,
      'nested/x.go': 'package nested\n',
      'extra.go': source('main', [`${world.host}/main/nested`]),
    })(world, random),
  ),
  shape('testdata', withFiles({ 'testdata/x.go': source('x', ['example.com/none']) })),
  shape('a folder with an underscore', withFiles({ '_old/x.go': 'pakage x\n' })),
  shape('a vendor folder inside', withFiles({ 'inner/vendor/example.com/v/v.go': 'package v\n' })),
  shape('a linked package', (world, random) => {
    const at = inMain(world, random, 'x').replace(/x$/, '');
    world.links.set(`${at}linked`, 'inner');
    return true;
  }),
  shape('a link to nowhere', (world, random) => {
    world.links.set(inMain(world, random, 'gone.go'), 'nowhere.go');
    return true;
  }),
  shape(
    'files whose names differ in case',
    withFiles({ 'same/x.go': 'package same\n', 'same/X.go': 'package same\n' }),
  ),
  shape('no packages at all', (world, random) => {
    const at = inMain(world, random, 'x').replace(/x$/, '');
    const own = [...world.files.keys()].filter((file) => file.startsWith(at) && file.endsWith('.go'));
    return own.filter((file) => world.files.delete(file)).length > 0;
  }),
  late('a dependency that imports what nothing provides', (world, random) => {
    serve(world, random, 'bad', 'v1.0.0', '', { files: { 'bad.go': source('bad', ['example.com/none/at/all']) } });
    return true;
  }),
  shape('a dependency that imports what nothing provides', (world, random) => {
    serve(world, random, 'bad', 'v1.0.0', '', { files: { 'bad.go': source('bad', ['example.com/none/at/all']) } });
    return true;
  }),
  shape('a dependency that cannot be read', (world, random) => {
    serve(world, random, 'bad', 'v1.0.0', '', { files: { 'bad.go': 'pakage bad\n' } });
    return true;
  }),
  shape('a package of a name that does not fit', withFiles({ 'named/x.go': 'package other\n' })),
  shape('a main package that is imported', (world, random) => {
    serve(world, random, 'cmd', 'v1.0.0', '', { files: { 'main.go': 'package main\n\nfunc main() {}\n' } });
    return true;
  }),
  shape('tags in GOFLAGS', env('GOFLAGS', '-tags=integration')),
  shape('GOFLAGS that go does not know', env('GOFLAGS', '-nosuchflag')),
  shape('a -mod that go does not know', env('GOFLAGS', '-mod=sometimes')),
  shape('a GOPATH inside the module', (world, random) => env('GOPATH', '$ROOT/inner')(world, random)),
  shape('a package comment', (world, random) =>
    edit(world, inMain(world, random, 'main.go'), (text) => `// Words.\n${text}`),
  ),
];
