/** A small world of modules for tests: a diamond, a cycle, a loser that still counts, a path with capitals. */
import type { ProxyModule } from './proxy.ts';

/**
 * example.com/a v1.1.0 wins over v1.0.0, whose requirement on c still counts; d and e require each other.
 * Selected for a main module that requires a v1.0.0, b and d: a v1.1.0, b v1.2.0, c v1.0.0, d v1.0.0, e v1.0.0, Caps v0.3.0.
 */
export const world: readonly ProxyModule[] = [
  { path: 'example.com/a', version: 'v1.0.0', mod: 'require example.com/c v1.0.0\n' },
  { path: 'example.com/a', version: 'v1.1.0' },
  { path: 'example.com/b', version: 'v1.2.0', mod: 'require example.com/a v1.1.0\n' },
  { path: 'example.com/c', version: 'v1.0.0', mod: 'go 1.17\n' },
  {
    path: 'example.com/d',
    version: 'v1.0.0',
    mod: 'require (\n\texample.com/e v1.0.0\n\texample.com/Caps v0.3.0\n)\n',
  },
  { path: 'example.com/e', version: 'v1.0.0', mod: 'require example.com/d v1.0.0\n' },
  { path: 'example.com/Caps', version: 'v0.3.0', mod: 'go 1.21\n' },
];

export const mainMod = `module example.com/main

go 1.21

require (
	example.com/a v1.1.0
	example.com/b v1.2.0
	example.com/d v1.0.0
)

require (
	example.com/Caps v0.3.0 // indirect
	example.com/e v1.0.0 // indirect
)
`;
