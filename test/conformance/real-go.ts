/** Runs the go of this machine without a network: modules come from folders, sums are not asked for. */
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface GoRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RealGo {
  /** Proxy folders, asked in this order. */
  readonly proxies: readonly string[];
  /** Runs go in a folder; `env` is laid over its environment. Never throws for what go says. */
  run(folder: string, args: readonly string[], env?: Readonly<Record<string, string>>): GoRun;
}

/** `scratch` gets the module cache. */
export function realGo(scratch: string, proxies: readonly string[]): RealGo {
  const base = {
    ...process.env,
    GOPROXY: proxies.map((proxy) => pathToFileURL(proxy).href).join(','),
    GOSUMDB: 'off',
    GONOSUMDB: '',
    GONOPROXY: '',
    GOPRIVATE: '',
    GOVCS: '*:off',
    GOTOOLCHAIN: 'local',
    GO111MODULE: 'on',
    GOENV: 'off',
    GOMODCACHE: path.join(scratch, 'cache'),
    GOFLAGS: '-modcacherw',
    GOWORK: 'off',
  };
  return {
    proxies,
    run: (folder, args, env = {}) =>
      spawnSync('go', args, {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        timeout: 300_000,
        env: { ...base, ...env },
      }),
  };
}

export function goEnv(name: string): string {
  return execFileSync('go', ['env', name], { encoding: 'utf8' }).trim();
}
