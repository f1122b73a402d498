import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFault } from '../../graph/fault.ts';
import type { Vulnerability } from '../../graph/snapshot/types.ts';
import { GovulncheckParser } from '../../parsers/govulncheck.ts';
import { thrown } from './thrown.ts';

const config = { config: { protocol_version: 'v1.0.0', scanner_name: 'govulncheck', scan_level: 'symbol' } };
const osv = {
  osv: {
    id: 'GO-2024-2687',
    aliases: ['CVE-2023-45288'],
    summary: 'HTTP/2 CONTINUATION flood in net/http',
    affected: [{ package: { name: 'golang.org/x/net' } }],
  },
};
const net = { module: 'golang.org/x/net', version: 'v0.20.0' };
const finding = (...trace: readonly object[]) => ({
  finding: { osv: 'GO-2024-2687', fixed_version: 'v0.23.0', trace },
});
const required = finding(net);
const imported = finding({ ...net, package: 'golang.org/x/net/http2' });
const called = finding(
  { ...net, package: 'golang.org/x/net/http2', function: 'ReadFrame', receiver: '*Framer' },
  { module: 'example.com/main', package: 'example.com/main', function: 'main' },
);

function parse(messages: readonly unknown[], size = Infinity): Vulnerability[] {
  return parseText(messages.map((one) => JSON.stringify(one, undefined, 2)).join('\n'), size);
}

function parseText(text: string, size = Infinity): Vulnerability[] {
  const parser = new GovulncheckParser({ name: 'report.json', code: 'bad-input' });
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += Math.min(size, bytes.length)) {
    parser.push(bytes.slice(at, at + Math.min(size, bytes.length)));
  }
  return parser.end();
}

describe('GovulncheckParser', () => {
  it('reads what a vulnerability is, where it is, and since when it is mended', () => {
    expect(
      parse([config, { progress: { message: 'Scanning' } }, { SBOM: { go_version: 'go1.22' } }, osv, required]),
    ).toEqual([
      {
        id: 'GO-2024-2687',
        aliases: ['CVE-2023-45288'],
        summary: 'HTTP/2 CONTINUATION flood in net/http',
        path: 'golang.org/x/net',
        version: 'v0.20.0',
        fixed: 'v0.23.0',
        reach: 'required',
      },
    ]);
  });

  it.each([
    ['called', [called, imported, required]],
    ['called', [required, imported, called, imported]],
    ['imported', [required, imported]],
    ['imported', [imported, required]],
    ['required', [required]],
  ])('keeps the farthest that it was followed: %s', (reach, findings) => {
    expect(parse([config, osv, ...findings]).map((one) => one.reach)).toEqual([reach]);
  });

  it('the entry may come after the finding, chunks may be cut anywhere, what is not found is no vulnerability', () => {
    expect(parse([config, called, osv], 3)).toMatchObject([{ aliases: ['CVE-2023-45288'], reach: 'called' }]);
    expect(parse([config, osv])).toEqual([]);
  });

  it('sorts by module, then by id; an unmended one has no fixed version', () => {
    const other = (id: string, module: string) => ({ finding: { osv: id, trace: [{ module, version: 'v1.0.0' }] } });
    const found = parse([config, other('GO-2', 'b.org/b'), other('GO-1', 'b.org/b'), other('GO-9', 'a.org/a')]);
    expect(found.map(({ id, path }) => `${path} ${id}`)).toEqual(['a.org/a GO-9', 'b.org/b GO-1', 'b.org/b GO-2']);
    expect(found[0]).toEqual({
      id: 'GO-9',
      aliases: [],
      summary: '',
      path: 'a.org/a',
      version: 'v1.0.0',
      reach: 'required',
    });
  });

  it.each([
    ['text for people', 'No vulnerabilities found.\n', /where message 1 should begin with \{/],
    ['another JSON', '{"version": "2.1.0", "runs": []}', /is no report of govulncheck: it has no "config"/],
    ['an array', '[{}]', /should begin with \{/],
    ['nothing', '', /has no "config"/],
    ['a report that is cut off', '{"config": {"protocol_version": "v1', /ends in the middle of message 1/],
    [
      'a finding without a trace',
      '{"config":{"protocol_version":"v1"}}{"finding":{"osv":"GO-1"}}',
      /message 2: finding\.trace/,
    ],
    [
      'a finding of nothing',
      '{"config":{"protocol_version":"v1"}}{"finding":{"osv":"","trace":[]}}',
      /message 2: finding\.osv/,
    ],
  ])('refuses %s', (_, text, words) => {
    const fault = thrown(() => parseText(text));
    expect(fault.code).toBe('bad-input');
    expect(fault.message).toMatch(/^report\.json/);
    expect(fault.message).toMatch(words);
  });

  it('ends in words for whatever it is given', () => {
    const value = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('{"config":{"protocol_version":""}}', '{"finding":'),
    );
    fc.assert(
      fc.property(fc.array(value), fc.integer({ min: 1, max: 40 }), (pieces, size) => {
        try {
          parseText(pieces.join(''), size);
        } catch (error) {
          expect(['bad-input', 'too-large']).toContain(toFault(error).code);
        }
      }),
    );
  });

  it('a report that ends before the SBOM message is a failed run, never an all-clear', () => {
    const failed = thrown(() => parse([config]));
    expect(failed).toMatchObject({ code: 'bad-input' });
    expect(toFault(failed).message).toContain('govulncheck failed');
    expect(parse([config, { SBOM: { go_version: 'go1.22' } }])).toEqual([]);
  });

  it.each([
    ['module', { looked: 'modules' }],
    ['package', { looked: 'packages' }],
    ['symbol', {}],
  ])('scan_level %s limits what is claimed', (level, expected) => {
    const limited = { config: { ...config.config, scan_level: level } };
    const [one] = parse([limited, osv, required]);
    expect('looked' in (one ?? {}) ? { looked: one?.looked } : {}).toEqual(expected);
  });
});
