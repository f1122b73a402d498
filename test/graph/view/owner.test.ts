import { expect, it } from 'vitest';
import { hostOf, ownerOf } from '../../../graph/view/owner.ts';

it.each([
  ['github.com/spf13/cobra', 'github.com/spf13'],
  ['gitlab.com/a/b/c', 'gitlab.com/a'],
  ['bitbucket.org/a/b', 'bitbucket.org/a'],
  ['codeberg.org/a/b', 'codeberg.org/a'],
  ['gitea.com/a/b', 'gitea.com/a'],
  ['gitee.com/a/b', 'gitee.com/a'],
  ['git.sr.ht/~a/b', 'git.sr.ht/~a'],
  ['golang.org/x/net', 'golang.org/x'],
  ['sigs.k8s.io/kustomize/api', 'sigs.k8s.io/kustomize'],
  ['cloud.google.com/go/storage', 'cloud.google.com/go'],
  ['gopkg.in/yaml.v3', 'gopkg.in'],
  ['gopkg.in/inf.v0', 'gopkg.in'],
  ['gopkg.in/alecthomas/kingpin.v2', 'gopkg.in/alecthomas'],
  ['k8s.io/api', 'k8s.io'],
  ['go.uber.org/zap', 'go.uber.org'],
  ['go.starlark.net', 'go.starlark.net'],
  ['example', 'example'],
])('%s is of %s', (path, owner) => {
  expect(ownerOf(path)).toBe(owner);
  expect(hostOf(path)).toBe(path.split('/')[0]);
});
