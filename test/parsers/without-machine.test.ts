import { expect, test } from 'vitest';
import { withoutMachine } from '../../parsers/without-machine.ts';

const machine = {
  dir: '/home/ann/src/app',
  scratch: '/tmp/modscope-x1',
  gomodcache: '/home/ann/go/pkg/mod',
  home: '/home/ann/',
  hosts: ['proxy.corp.example:8080', 'corp.example'],
};

test.each([
  ['open /home/ann/src/app/go.mod: no', 'open ./go.mod: no'],
  ['/home/ann/src/app: no', '.: no'],
  ['/home/ann/src/app2/go.mod', '~/src/app2/go.mod'],
  ['/home/ann/src/app-old', '~/src/app-old'],
  ['/tmp/modscope-x1/go.work:3: what', './go.work:3: what'],
  ['in /home/ann/go/pkg/mod/cache/vcs/0c73', 'in GOMODCACHE/cache/vcs/0c73'],
  ['Get "http://proxy.corp.example:8080/a/@v/v1.mod"', 'Get "http://HOST/a/@v/v1.mod"'],
  ['lookup corp.example on 10.1.2.3:53: no such host', 'lookup HOST on ADDRESS: no such host'],
  ['read tcp 10.1.2.3:5001->[fe80::1]:443: reset', 'read tcp ADDRESS->ADDRESS: reset'],
  ['https://ann:secret@git.example/x', 'https://git.example/x'],
  ['corp.example.org and mycorp.example stay', 'corp.example.org and mycorp.example stay'],
  ['module v1.2.3.4 at a@v1.0.0', 'module v1.2.3.4 at a@v1.0.0'],
])('%s', (text, expected) => {
  expect(withoutMachine(text, machine)).toBe(expected);
});

test('Windows folders', () => {
  expect(withoutMachine(String.raw`open C:\src\app\go.mod: no`, { dir: 'C:\\src\\app' })).toBe(
    String.raw`open .\go.mod: no`,
  );
});

test('folders in folders, whatever their order, and with strokes at their ends', () => {
  const text = '/a/b/c/x /a/b/x /a/x /A/b/c /a/b/c /a/b/c';
  expect(withoutMachine(text, { dir: '/a', scratch: '/a/b//', gomodcache: '/a/b/c\\/', home: '/' })).toBe(
    'GOMODCACHE/x ./x ./x /A/b/c GOMODCACHE GOMODCACHE',
  );
  expect(withoutMachine('/a/b/c/x /a/b/x', { dir: '/a/b/c', scratch: '/a/b', home: '/a' })).toBe('./x ./x');
  expect(withoutMachine('/a/b/c/x /a/b/x', { gomodcache: '/a/b', home: '/a/b/c' })).toBe('~/x GOMODCACHE/x');
});

test('hosts in hosts, whatever their order and case, each time', () => {
  for (const hosts of [
    ['b.c', 'a.b.c', 'a.b.c:80'],
    ['a.b.c:80', 'a.b.c', 'b.c'],
  ]) {
    expect(withoutMachine('A.B.c:80 a.b.c b.C a.b.c b.c', { hosts })).toBe('HOST HOST HOST HOST HOST');
  }
});

test('addresses of any length', () => {
  expect(withoutMachine('127.0.0.1:8 255.255.255.255:65535 1.2.3.4 1.22.333.4:5 1.2.3.4444:5 [::FF]:1', {})).toBe(
    'ADDRESS ADDRESS 1.2.3.4 ADDRESS 1.2.3.4444:5 ADDRESS',
  );
});

test('nothing known, nothing changed', () => {
  expect(withoutMachine('open /x/go.mod', { dir: '', hosts: [''] })).toBe('open /x/go.mod');
  expect(withoutMachine('open /x/go.mod', { dir: '/' })).toBe('open /x/go.mod');
});
