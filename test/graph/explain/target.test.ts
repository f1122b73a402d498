import { describe, expect, it } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import { findTarget } from '../../../graph/explain/target.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { modelOf } from '../lines.ts';

const model = modelOf(
  [
    'example.com/m example.com/yaml@v1.2.0',
    'example.com/m example.com/toml@v0.1.0',
    'example.com/toml@v0.1.0 example.com/yaml@v1.10.0',
    'example.com/toml@v0.1.0 example.com/yaml@v1.9.0',
    'example.com/m go@1.22',
    'example.com/toml@v0.1.0 go@1.21',
    'example.com/toml@v0.1.0 example.com/m@v0.3.0',
  ].join('\n'),
);

function faultOf(target: string): Fault {
  try {
    findTarget(model, target);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error(`${target} was found`);
}

describe('findTarget', () => {
  it.each([
    ['example.com/yaml', 'example.com/yaml', '', 'example.com/yaml@v1.10.0'],
    ['example.com/yaml@v1.2.0', 'example.com/yaml', 'v1.2.0', 'example.com/yaml@v1.2.0'],
    ['example.com/m', 'example.com/m', '', 'example.com/m'],
    ['example.com/m@v0.3.0', 'example.com/m', 'v0.3.0', 'example.com/m@v0.3.0'],
    // go lines are in no build list: the newest is meant.
    ['go', 'go', '', 'go@1.22'],
    ['go@1.21', 'go', '1.21', 'go@1.21'],
  ])('%s', (target, path, version, name) => {
    const found = findTarget(model, target);
    expect([found.path, found.version, nodeName(model.graph, found.node)]).toEqual([path, version, name]);
    expect(model.graph.paths[found.pathNumber]).toBe(path);
  });

  it.each([
    [
      'example.com/yml',
      'example.com/yml is not in the module graph.',
      'Did you mean example.com/yaml, example.com/m, example.com/toml?',
    ],
    [
      'github.com/nobody/here-at-all',
      'github.com/nobody/here-at-all is not in the module graph.',
      '`modscope list` prints what is.',
    ],
    [
      'example.com/yaml@v1.3.0',
      'example.com/yaml is in the graph, but not at v1.3.0.',
      'It is there at v1.10.0, v1.9.0, v1.2.0.',
    ],
    ['example.com/m@v0.9.0', 'example.com/m is in the graph, but not at v0.9.0.', 'It is there at v0.3.0.'],
    ['', ' is not in the module graph.', expect.any(String)],
  ])('%j: says so and what is near', (target, message, hint) => {
    const fault = faultOf(target);
    expect([fault.code, fault.message, fault.hint]).toEqual(['not-found', message, hint]);
  });

  it('a main module that nothing requires has no version to name', () => {
    const alone = modelOf('m a@v1.0.0');
    expect(() => findTarget(alone, 'm@v1.0.0')).toThrow(
      expect.objectContaining({ hint: 'It is a main module, which has no version.' }),
    );
  });

  it('names twelve versions at most, the newest', () => {
    const many = modelOf(Array.from({ length: 20 }, (_, i) => `m a@v1.${i}.0`).join('\n'));
    expect(() => findTarget(many, 'a@v9.0.0')).toThrow(
      expect.objectContaining({
        hint: `It is there at ${Array.from({ length: 12 }, (_, i) => `v1.${19 - i}.0`).join(', ')}.`,
      }),
    );
  });

  it('repeats 300 characters of what was typed, and says that there were more', () => {
    expect(faultOf('x'.repeat(300)).message).toBe(`${'x'.repeat(300)} is not in the module graph.`);
    expect(faultOf('x'.repeat(301)).message).toBe(`${'x'.repeat(300)}… is not in the module graph.`);
  });
});
