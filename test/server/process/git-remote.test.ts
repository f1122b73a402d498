import { describe, expect, it } from 'vitest';
import { remoteOf } from '../../../server/process/git-remote.ts';

describe('remoteOf', () => {
  it.each([
    'https://github.com/a/b.git',
    'https://user@git.example:8443/a/b',
    'ssh://git@git.example/a/b.git',
    'ssh://git@[::1]:22/a',
    'git@github.com:a/b.git',
    'host.example:a/b',
  ])('asks %s', (url) => {
    expect(remoteOf(url, '/top')).toEqual({ kind: 'network', url });
  });

  it.each([
    ['file:///srv/r.git', '/srv/r.git'],
    ['file:///srv/with%20space', '/srv/with space'],
    ['/srv/r', '/srv/r'],
    ['../r', '/r'],
  ])('reads %s where it lies', (url, folder) => {
    expect(remoteOf(url, '/top')).toEqual({ kind: 'folder', folder });
  });

  it.each([
    '',
    'ext::sh -c evil',
    'ext::evil',
    'fd::17',
    'http://git.example/a',
    'git://git.example/a',
    'ftp://git.example/a',
    '-oProxyCommand=evil:x',
    'ssh://-oProxyCommand=evil/x',
    'ssh://git@-oProxyCommand=evil/x',
    'git@-oProxyCommand=evil:x',
    'host:-evil',
    'https://host/a b',
    'https://host/a\nb',
    'https:///a',
    'file://host/../x',
    'file:///a:/b',
    'file:///a"b',
    'file:///a%0Ab',
    'plain',
    'C:\\repo',
  ])('does not ask %j', (url) => {
    expect(remoteOf(url, '/top')).toBeUndefined();
  });
});
