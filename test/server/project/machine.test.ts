/** Go's words are the same on every machine. */
import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../server/project/machine.ts';

const env = {
  GOVERSION: 'go1.26.8',
  GOOS: 'linux',
  GOARCH: 'amd64',
  GOFLAGS: '',
  CGO_ENABLED: '1',
  GOMODCACHE: '/home/u/go/pkg/mod',
  GOPROXY: 'https://goproxy.corp.example:8443/go,file:///srv/proxy,direct',
  GOSUMDB: 'sum.corp.example https://sumdb.corp.example',
  GOWORK: '',
  GONOPROXY: '',
  GONOSUMDB: '',
};
const words = wordsOf({
  project: {
    root: '/home/u/src/etcd',
    gowork: '/home/u/src/etcd/go.work',
    work: { use: ['./a', '..', '../side'], replace: [{ old: { path: 'x' }, new: { path: '../lib' } }] },
    members: [
      { folder: '/home/u/src/etcd/a', dir: 'a' },
      { folder: '/home/u/src', dir: '..' },
      { folder: '/home/u/src/side', dir: '../side' },
    ],
  },
  mains: [
    {
      path: 'a',
      dir: 'a',
      require: [],
      replace: [
        { old: { path: 'y' }, new: { path: '../../more/y' } },
        { old: { path: 'z' }, new: { path: '/opt/z' } },
      ],
      exclude: [],
      retract: [],
      tool: [],
      ignore: [],
    },
  ],
  env,
  scratch: ['/var/tmp/modscope-abc/graph', '/var/tmp/modscope-abc'],
});

describe('wordsOf', () => {
  it.each([
    ['/home/u/src/etcd/a/go.mod:3: bad', './a/go.mod:3: bad'],
    ['/home/u/src/etcd-old/go.mod', '../etcd-old/go.mod'],
    ['/var/tmp/modscope-abc/graph/go.mod requires', './go.mod requires'],
    ['go: ../../../../var/tmp/modscope-abc/graph/go.mod requires', 'go: ./go.mod requires'],
    ['open /home/u/src/side/go.mod', 'open ../side/go.mod'],
    ['open /home/u/src/lib/go.mod', 'open ../lib/go.mod'],
    ['open /home/u/src/more/y/go.mod', 'open ../more/y/go.mod'],
    ['open /opt/z/go.mod', 'open /opt/z/go.mod'],
    ['/home/u/go/pkg/mod/cache/lock', 'GOMODCACHE/cache/lock'],
    ['../../go/pkg/mod/cache/lock', 'GOMODCACHE/cache/lock'],
    ['Get "https://goproxy.corp.example:8443/go/x/@v/list"', 'Get "https://HOST/go/x/@v/list"'],
    ['reading file:///srv/proxy/x/@v/v1.0.0.mod', 'reading GOPROXY/x/@v/v1.0.0.mod'],
    ['sumdb.corp.example and sum.corp.example', 'HOST and HOST'],
    [`${os.homedir()}/.netrc`, '~/.netrc'],
    [
      'go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)',
      'go.mod requires go >= 1.99 (running an older go)',
    ],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });
});
