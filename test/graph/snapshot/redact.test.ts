import { describe, expect, it } from 'vitest';
import { Redactor, redactModel } from '../../../graph/snapshot/redact.ts';
import { modelOf } from '../lines.ts';

const paths = ['corp.example/api', 'corp.example/api/v2', 'corp.example/zeta', 'github.com/spf13/cobra'];

describe('Redactor', () => {
  const redactor = new Redactor(['corp.example/...'], paths);

  it.each([
    ['corp.example/api', 'redacted/1'],
    ['corp.example/api/v2', 'redacted/1/v2'],
    ['corp.example/zeta@v1.2.3 requires corp.example/api', 'redacted/2@v1.2.3 requires redacted/1'],
    ['github.com/spf13/cobra', 'github.com/spf13/cobra'],
    ['fetching https://corp.example/zeta?go-get=1: 404', 'fetching https://redacted/3=1: 404'],
    ['from(corp.example/zeta) -"corp.example/api"', 'from(redacted/2) -"redacted/1"'],
    ['/home/me/src/corp.example/zeta', '/home/me/src/redacted/2'],
    ['Corp.Example/ZETA', 'redacted/4'],
    ['notcorp.example/x', 'notcorp.example/x'],
    ['git@corp.example:team/api.git: denied', 'git@redacted/5: denied'],
    ['ssh://git@corp.example:2222/team/api', 'ssh://git@redacted/5'],
    ['see main.go:12: corp.example/api', 'see main.go:12: redacted/1'],
    ['reading https://proxy.example/corp.exam…', 'reading https://proxy.example/redacted/…'],
    ['Reading… and more…', 'Reading… and more…'],
  ])('%s → %s', (text, hidden) => {
    expect(redactor.text(text)).toBe(hidden);
  });

  it('knows a path as the module cache and a proxy write it', () => {
    const capitals = new Redactor(['github.com/MyCorp/...'], ['github.com/MyCorp/Pay']);
    expect(capitals.text('reading https://proxy.example/github.com/%21my%21corp/%21pay/@v/v1.0.0.mod: 404')).toBe(
      'reading https://proxy.example/redacted/1/p1@v/v1.0.0.mod: 404',
    );
    expect(capitals.text('open /cache/download/github.com/!my!corp/!pay')).toBe('open /cache/download/redacted/1');
    expect(capitals.text('reading https://proxy.example/github.com/%21m…')).toBe(
      'reading https://proxy.example/redacted/…',
    );
  });

  it('numbers packages within their module', () => {
    const fresh = new Redactor(['corp.example/...'], paths);
    expect(fresh.text('corp.example/zeta/internal/pay')).toBe('redacted/2/p1');
    expect(fresh.text('corp.example/zeta/internal/tax corp.example/zeta/internal/pay')).toBe(
      'redacted/2/p2 redacted/2/p1',
    );
  });

  it('takes a word for every path that holds it, and hides nothing for an empty pattern', () => {
    expect(new Redactor(['corp'], paths).text('corp.example/api x')).toBe('redacted/1 x');
    expect(new Redactor(['', ' '], paths).text('corp.example/api')).toBe('corp.example/api');
  });
});

describe('redactModel', () => {
  it('leaves no hidden path anywhere, and every node in its place', () => {
    const model = modelOf('m.example/m corp.example/secret@v1.0.0\ncorp.example/secret@v1.0.0 golang.org/x/net@v0.1.0');
    const hidden = redactModel(model, new Redactor(['corp.example/...', 'm.example/m'], model.graph.paths));
    expect(JSON.stringify(hidden.snapshot)).not.toMatch(/secret|m\.example/);
    expect(hidden.graph.paths.join()).not.toMatch(/secret|m\.example/);
    expect(hidden.snapshot.modules.map(({ path }) => path)).toEqual(hidden.graph.paths);
    expect(hidden.snapshot.modules.some(({ path }) => path === 'golang.org/x/net')).toBe(true);
    expect(hidden.graph.selected).toBe(model.graph.selected);
  });
});
