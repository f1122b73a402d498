import { describe, expect, it } from 'vitest';
import { ownerLabel, pathLabel, versionLabel } from '../../../drawing/face/label.ts';

describe('pathLabel', () => {
  it.each([
    ['github.com/stretchr/testify', 'testify', 'stretchr'],
    ['github.com/labstack/echo/v4', 'echo/v4', 'labstack'],
    ['sigs.k8s.io/structured-merge-diff/v4', 'structured-merge-diff/v4', 'sigs.k8s.io'],
    ['golang.org/x/net', 'x/net', 'golang.org'],
    ['golang.org/x/exp', 'x/exp', 'golang.org'],
    ['sigs.k8s.io/kustomize/api', 'kustomize/api', 'sigs.k8s.io'],
    ['github.com/json-iterator/go', 'json-iterator/go', ''],
    ['github.com/moby/term', 'moby/term', ''],
    ['github.com/a/b/api/v2', 'b/api/v2', 'a'],
    ['k8s.io/api', 'api', 'k8s.io'],
    ['k8s.io/klog/v2', 'klog/v2', 'k8s.io'],
    ['gopkg.in/yaml.v3', 'yaml.v3', 'gopkg.in'],
    ['cloud.google.com/go', 'cloud.google.com/go', ''],
    ['cloud.google.com/go/compute/metadata', 'compute/metadata', 'cloud.google.com/go'],
    ['go.opencensus.io', 'go.opencensus.io', ''],
    ['command-line-arguments', 'command-line-arguments', ''],
    ['v2', 'v2', ''],
    ['', '', ''],
  ])('%s is %s after %s', (path, name, prefix) => {
    expect(pathLabel(path)).toEqual({ name, prefix });
  });

  it('keeps a hostile name finite and shows nothing invisible', () => {
    expect(pathLabel(`a/${'x'.repeat(5000)}`).name.length).toBe(80);
    expect(pathLabel('a/\u202Eb\u0000').name).toBe('\uFFFDb\uFFFD');
  });
});

describe('versionLabel', () => {
  it.each([
    ['v1.2.3', 'v1.2.3'],
    ['v3.2.2+incompatible', 'v3.2.2+inc'],
    ['v0.0.0-20230601183812-abcdef123456', '~2023-06-01'],
    ['v1.2.4-0.20230601183812-abcdef123456+incompatible', '~2023-06-01+inc'],
    ['v1.0.0-rc.1', 'v1.0.0-rc.1'],
  ])('%s is %s', (version, label) => {
    expect(versionLabel(version)).toBe(label);
  });

  it('adds the beginning of the hash where the day alone would name two', () => {
    expect(versionLabel('v0.0.0-20230601183812-abcdef123456', true)).toBe('~2023-06-01 abcdef1');
  });
});

it.each([
  ['github.com/hashicorp', 'hashicorp', ''],
  ['golang.org/x', 'x', 'golang.org/'],
  ['k8s.io', 'k8s.io', ''],
])('ownerLabel of %s', (owner, name, prefix) => {
  expect(ownerLabel(owner)).toEqual({ name, prefix });
});
