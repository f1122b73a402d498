import { describe, expect, it } from 'vitest';
import { fileStem } from '../../../client/chrome/save.ts';

describe('fileStem', () => {
  it.each([
    ['k8s.io/kubectl', 'kubectl'],
    ['github.com/labstack/echo/v4', 'echo-v4'],
    ['v2', 'v2'],
    ['gopkg.in/yaml.v3', 'yaml.v3'],
    ['example.com/..', 'dependencies'],
    ['example.com/<b>"x', 'b-x'],
    ['', 'dependencies'],
  ])('%s gives %s', (path, stem) => {
    expect(fileStem(path)).toBe(stem);
  });
});
