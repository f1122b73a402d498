/** A world of modules with packages for the real go: what is built, tested, used elsewhere, and not at all. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { addToProxy } from '../conformance/proxy-folder.ts';

export type Files = Readonly<Record<string, string>>;

/** Modules of the proxy, all v1.0.0: what they require, and their Go files. */
const world: Readonly<Record<string, { readonly requires?: readonly string[]; readonly files: Files }>> = {
  'example.com/lib': {
    requires: ['deep', 'win', 'deptest', 'Caps'],
    files: {
      'lib.go': 'package lib\nimport _ "example.com/deep"\n',
      'lib_windows.go': 'package lib\nimport _ "example.com/win"\n',
      'lib_test.go': 'package lib\nimport _ "example.com/deptest"\n',
    },
  },
  'example.com/deep': { files: { 'deep.go': 'package deep\n' } },
  'example.com/win': {
    requires: ['Caps'],
    files: {
      'win.go': '//go:build windows\n\npackage win\nimport _ "example.com/win/inner"\n',
      'inner/inner_windows.go': 'package inner\n',
      'inner/inner_windows_test.go': 'package inner\nimport _ "example.com/Caps"\n',
    },
  },
  'example.com/Caps': { files: { 'caps.go': 'package caps\n' } },
  'example.com/deptest': { files: { 'deptest.go': 'package deptest\n' } },
  'example.com/testonly': { files: { 'testonly.go': 'package testonly\n', 'inner/inner.go': 'package inner\n' } },
  'example.com/unused': { files: { 'unused.go': 'package unused\n' } },
  'example.com/tagged': { files: { 'tagged.go': 'package tagged\n' } },
  'example.com/tool': {
    requires: ['toollib'],
    files: { 'cmd/tool/main.go': 'package main\nimport _ "example.com/toollib"\nfunc main() {}\n' },
  },
  'example.com/toollib': { files: { 'toollib.go': 'package toollib\n' } },
};

/** A go.mod that requires v1.0.0 of `example.com/NAME`; `more` are lines before. */
export function goModOf(module: string, requires: readonly string[], more = ''): string {
  const lines = requires.map((name) => `\texample.com/${name} v1.0.0\n`).join('');
  return `module ${module}\n\ngo 1.24\n\n${more}require (\n${lines})\n`;
}

/** The main module example.com/main: see the tests of packages for the state of each that it requires. */
export const packageMain: Files = {
  'go.mod': goModOf(
    'example.com/main',
    ['lib', 'deep', 'win', 'deptest', 'Caps', 'testonly', 'unused', 'tagged', 'tool', 'toollib'],
    'tool example.com/tool/cmd/tool\n\n',
  ),
  'main.go': 'package main\nimport (\n"fmt"\n"example.com/main/inner"\n)\nfunc main() { fmt.Println(inner.X) }\n',
  'inner/inner.go': 'package inner\nimport _ "example.com/lib"\nvar X = 1\n',
  'inner/inner_test.go': 'package inner_test\nimport (\n_ "example.com/main/inner"\n_ "example.com/testonly"\n)\n',
  'inner/in_test.go': 'package inner\nimport _ "example.com/testonly/inner"\n',
  'inner/tagged_test.go': '//go:build integration\n\npackage inner\nimport _ "example.com/tagged"\n',
};

/** Lays the modules under `folder`/proxy. Returns the environment of go: that proxy, a cache in `folder`, linux/amd64. */
export function packageProxy(folder: string): Readonly<Record<string, string>> {
  const proxy = path.join(folder, 'proxy');
  for (const [module, { requires = [], files }] of Object.entries(world)) {
    const mod = goModOf(module, requires);
    const zip = Object.entries({ 'go.mod': mod, ...files }).map(([name, text]) => ({ name, text }));
    addToProxy(proxy, { path: module, version: 'v1.0.0', mod, files: zip });
  }
  return {
    GOENV: 'off',
    GOPROXY: pathToFileURL(proxy).href,
    GOSUMDB: 'off',
    GOMODCACHE: path.join(folder, 'cache'),
    GOFLAGS: '-modcacherw',
    GOWORK: '',
    GOOS: 'linux',
    GOARCH: 'amd64',
    CGO_ENABLED: '0',
    GOPRIVATE: '',
  };
}
