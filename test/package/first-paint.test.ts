/** The first paint needs at most 200 KB of script, packed: elk, cytoscape and the rest come when they are used. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const client = fileURLToPath(new URL('../../dist/client/', import.meta.url));

/** A file of the built page, unpacked: the build keeps what is large as .gz alone. */
function built(path: string): Buffer {
  const packed = `${client}${path}.gz`;
  return existsSync(packed) ? gunzipSync(readFileSync(packed)) : readFileSync(`${client}${path}`);
}

/** Scripts that index.html names, with all that those import at once, in turn. */
function firstScripts(): Set<string> {
  const page = built('index.html').toString();
  const found = new Set([...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path));
  for (const path of found) {
    const script = built(path).toString();
    // `import{a}from"./b.js"` and `import"./b.js"`; `import("./c.js")` comes later.
    for (const [, name = ''] of script.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)) {
      found.add(`assets/${name}`);
    }
  }
  return found;
}

test.skipIf(!existsSync(`${client}index.html.gz`) && !existsSync(`${client}index.html`))(
  'the script of the first paint is at most 200 KB, and elk and cytoscape are not in it',
  () => {
    const scripts = firstScripts();
    expect(scripts.size).toBeGreaterThan(0);
    const size = [...scripts].reduce((sum, path) => sum + gzipSync(built(path), { level: 9 }).length, 0);
    expect(size).toBeLessThanOrEqual(200 * 1024);
    const names = readdirSync(`${client}assets`).join(' ');
    for (const later of ['elk-worker', 'cytoscape']) {
      expect(names).toContain(later);
      expect([...scripts].filter((path) => path.includes(later))).toEqual([]);
    }
  },
);
