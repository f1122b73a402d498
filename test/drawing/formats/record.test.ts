import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import pkg from '../../../package.json' with { type: 'json' };
import { recordInText } from '../../../drawing/formats/find-record.ts';
import { parseRecord, recordOf, recordText } from '../../../drawing/formats/record.ts';
import { release } from '../../../drawing/formats/release.ts';
import { hostileText } from './scenes.ts';

it('knows the version of the package', () => {
  expect(release).toBe(pkg.version);
});

describe('recordText', () => {
  it('is one line of printable ASCII that ends no comment and begins nothing, and reads back', () => {
    fc.assert(
      fc.property(hostileText, fc.array(hostileText), (query, open) => {
        const record = recordOf('sha256:00', { query, open, limit: 150, reduce: true });
        const text = recordText(record);
        expect(text).toMatch(/^[ -~]+$/);
        expect(text).not.toMatch(/[<>&%'`#;()-]/);
        expect(parseRecord(text)).toEqual(record);
      }),
    );
  });
});

describe('parseRecord', () => {
  it.each(['', '{', '[]', 'null', '1', '{"modscope":1,"snapshot":"","options":{}}', '{"modscope":"1","snapshot":"x"}'])(
    'takes %j for none',
    (text) => {
      expect(parseRecord(text)).toBeUndefined();
    },
  );
});

describe('recordInText', () => {
  it('finds the record where lines end in CRLF', () => {
    expect(recordInText('flowchart TB\r\n%% modscope {"a":1}\r\nn0\r\n', 'mermaid')).toBe('{"a":1}');
    expect(recordInText('// modscope {"a":1}\r\ndigraph x {}\r\n', 'dot')).toBe('{"a":1}');
  });

  it('finds none where there is none', () => {
    for (const format of ['svg', 'dot', 'mermaid', 'graphml', 'json', 'cytoscape', 'csv'] as const) {
      expect(recordInText('nothing', format)).toBeUndefined();
    }
    expect(recordInText('{"data": null}', 'json')).toBeUndefined();
  });
});
