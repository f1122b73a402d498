import { describe, expect, it } from 'vitest';
import { mostTreeLines, toTree } from '../../../drawing/formats/tree.ts';
import { modelOf } from '../../graph/lines.ts';
import { hostileModel, recordedModel, viewOf } from '../models.ts';

/** Lines of modules: not the title, not the footer. */
function lines(text: string): string[] {
  return text.slice(0, text.indexOf('\n\n')).split('\n');
}

const whole = { reduce: false } as const;

describe('toTree', () => {
  it('draws each requirement, and what a module requires once: where it is nearest to the main module', () => {
    const model = modelOf(`
      m.example/m a.example/a@v1.0.0
      m.example/m b.example/b@v1.0.0
      a.example/a@v1.0.0 c.example/c@v1.0.0
      c.example/c@v1.0.0 b.example/b@v1.0.0
      b.example/b@v1.0.0 d.example/d@v1.0.0
    `);
    expect(lines(toTree(viewOf(model, whole)))).toEqual([
      'm.example/m',
      '├── a.example/a@v1.0.0',
      '│   └── c.example/c@v1.0.0',
      '│       └── b.example/b@v1.0.0 (*)',
      '└── b.example/b@v1.0.0',
      '    └── d.example/d@v1.0.0',
    ]);
    expect(toTree(viewOf(model, whole))).toContain('(*) What it requires stands where it is nearest to a main module.');
  });

  it('leaves out what is implied, as the picture does', () => {
    const model = modelOf('m a@v1.0.0\nm b@v1.0.0\na@v1.0.0 b@v1.0.0');
    expect(lines(toTree(viewOf(model)))).toEqual(['m', '└── a@v1.0.0', '    └── b@v1.0.0']);
    expect(lines(toTree(viewOf(model, whole)))).toHaveLength(4);
  });

  it('ends on cycles, and shows what no main module reaches', () => {
    const model = modelOf('m a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0\nc@v1.0.0 d@v1.0.0\nd@v1.0.0 c@v1.0.0');
    expect(lines(toTree(viewOf(model, whole)))).toEqual([
      'm',
      '└── a@v1.0.0',
      '    └── b@v1.0.0',
      '        └── a@v1.0.0 (*)',
      'c@v1.0.0',
      '└── d@v1.0.0',
      '    └── c@v1.0.0 (*)',
    ]);
  });

  it.each(['kubectl', 'traefik'])('names every module of %s', (name) => {
    const view = viewOf(recordedModel(name));
    const text = toTree(view);
    const shown = new Set(lines(text).map((line) => line.replace(/^[│├└─ ]*/, '').replace(/ \(\*\)$/, '')));
    expect(shown.size).toBe(view.matched.length);
    expect(text).toMatch(/versions → [\d,]+ selected, [\d,]+ requirements; implied ones are left out\.\n/);
  });

  it('is one module a line, whatever it is called', () => {
    const model = hostileModel();
    const text = toTree(viewOf(model, whole), 'a\u001b[31m\ntitle');
    expect(text.startsWith('a\uFFFD[31m\uFFFDtitle\n\n')).toBe(true);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
  });

  it('stops after 20,000 lines and says how many are left', () => {
    const wide = 200;
    const names = Array.from({ length: wide }, (_, place) => `x${place}@v1.0.0`);
    const pairs = names.flatMap((from) => names.map((to) => `${from} ${to}`));
    const text = toTree(viewOf(modelOf([...names.map((name) => `m ${name}`), ...pairs].join('\n')), whole));
    expect(lines(text)).toHaveLength(mostTreeLines + 1);
    expect(text).toContain('… and 20,001 lines more');
  });
});
