/** Who requires which version, who holds the selected one, and the steps down from it. */
import { describe, expect, it } from 'vitest';
import { why, type Why } from '../../../graph/explain/why.ts';
import { modelOf } from '../lines.ts';

const explain = (lines: string, target: string): Why => why(modelOf(lines), target);

describe('requiredBy', () => {
  it('has the newest version first, main modules before others, each once and sorted', () => {
    const { requiredBy } = explain(
      'z-main a@v1.10.0\nm a@v1.9.0\nm c@v1.0.0\nm b@v1.0.0\nc@v1.0.0 a@v1.10.0\nb@v1.0.0 a@v1.10.0\nc@v1.0.0 a@v1.9.0',
      'a',
    );
    expect(requiredBy).toEqual([
      { version: 'v1.10.0', by: ['z-main', 'b@v1.0.0', 'c@v1.0.0'] },
      { version: 'v1.9.0', by: ['m', 'c@v1.0.0'] },
    ]);
  });

  it('has no version that nobody requires, and none of a main module itself', () => {
    expect(explain('m a@v1.0.0\na@v1.0.0 m@v0.1.0\na@v0.9.0 b@v1.0.0', 'm').requiredBy).toEqual([
      { version: 'v0.1.0', by: ['a@v1.0.0'] },
    ]);
    expect(explain('m a@v1.0.0\nn m\na@v0.9.0 b@v1.0.0', 'm').requiredBy).toEqual([]);
    expect(explain('m a@v1.0.0\na@v0.9.0 b@v1.0.0', 'a').requiredBy).toEqual([{ version: 'v1.0.0', by: ['m'] }]);
  });
});

describe('heldBy', () => {
  it('is who asks for the selected version, superseded or not', () => {
    const lines = 'm a@v1.2.0\nm b@v1.1.0\nm c@v1.0.0\nc@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v1.2.0\nb@v1.1.0 a@v1.1.0';
    expect(explain(lines, 'a').heldBy).toEqual(['m', 'b@v1.0.0']);
  });

  it('is nobody for what is in no build list, and for a main module', () => {
    expect(explain('m go@1.22\nm a@v1.0.0\na@v1.0.0 go@1.21', 'go')).toMatchObject({ heldBy: [], lower: [] });
    expect(explain('m a@v1.0.0\na@v1.0.0 m@v0.1.0', 'm')).toMatchObject({ heldBy: [], lower: [] });
    expect(explain('m a@v1.0.0\na@v1.0.0 m@v0.1.0', 'm')).not.toHaveProperty('lose');
    expect(explain('m go@1.22', 'go')).not.toHaveProperty('lose');
  });
});

describe('lower', () => {
  it('has the next three versions that someone asks for, and who would have to require less', () => {
    const lines = Array.from({ length: 5 }, (_, i) => `m x${i}@v1.0.0\nx${i}@v1.0.0 a@v1.${i}.0`).join('\n');
    expect(explain(lines, 'a').lower.map(({ version, change }) => [version, change])).toEqual([
      ['v1.3.0', ['x4@v1.0.0']],
      ['v1.2.0', ['x3@v1.0.0', 'x4@v1.0.0']],
      ['v1.1.0', ['x2@v1.0.0', 'x3@v1.0.0', 'x4@v1.0.0']],
    ]);
  });

  it('has none where all ask for the same', () => {
    expect(explain('m a@v1.0.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0', 'a').lower).toEqual([]);
  });
});
