/** Asks the Go vulnerability database about a build list: its index first, then the entries of the modules that are built. */
import * as v from 'valibot';
import { Fault, toFault } from '../../graph/fault.ts';
import type { Snapshot, Vulnerability } from '../../graph/snapshot/types.ts';
import { judgedOf, namedIn } from '../../graph/vulndb/build-list.ts';
import { judge } from '../../graph/vulndb/judge.ts';
import type { Entry, Index } from '../../graph/vulndb/schema.ts';
import { Go } from '../process/go.ts';
import { namedFolder } from '../project/find.ts';
import { settingOf } from '../project/go-setting.ts';
import { Phases } from '../project/phases.ts';
import { isIn } from '../project/settings.ts';
import { toolchainOf, versionOf } from '../project/switched-toolchain.ts';
import type { LoadOptions, OnPhases } from '../project/types.ts';
import { keptOf } from './kept.ts';
import { openSource, type Source } from './source.ts';

export interface AskedVulnerabilities {
  /** undefined where the user asks no database (GOVULNDB=off). */
  readonly vulnerabilities?: readonly Vulnerability[];
  /** Said to the user: it was not asked now, and how old what is shown is. */
  readonly fault?: Fault;
}

/** What govulncheck takes where nobody names another (golang.org/x/vuln/internal/scan). */
const ofGo = 'https://vuln.go.dev';

/** Entries that are asked for at the same time, as govulncheck does. */
const atOnce = 10;

const settingsSchema = v.object({ GOVULNDB: v.optional(v.string(), ''), GOPRIVATE: v.optional(v.string(), '') });

/**
 * What the database that GOVULNDB names says of the versions that `snapshot` selects; how many entries were read is the count
 * of its phase. No name of a module is sent: the index is read whole, and entries are asked for by id, those of modules that
 * GOPRIVATE names not at all. With --offline or GOPROXY=off only a folder is read, or what is kept. Throws a Fault where
 * nothing can be told: the database cannot be had and not enough is kept; 'cancelled' when the signal fired.
 */
export async function askVulnerabilities(
  dir: string,
  options: LoadOptions,
  snapshot: Snapshot,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<AskedVulnerabilities> {
  const start = namedFolder(dir);
  const go = new Go(options, signal);
  return new Phases(onPhases).run('vulnerabilities', async (count, lacks) => {
    const env = await go.env(start);
    const told: unknown = JSON.parse(await go.settings(start, ['GOVULNDB', 'GOPRIVATE'], {}));
    const { GOVULNDB: ofGoEnv, GOPRIVATE } = v.parse(settingsSchema, told);
    // `go env` of 1.26 does not know the name, and says nothing of it whatever the environment has.
    const set = [process.env['GOVULNDB'] ?? '', ofGoEnv].find((one) => one !== '');
    if (set === 'off') return {};
    const address = set ?? ofGo;
    const goVersion = (await switched(go, start, snapshot, versionOf(env))) ?? env.GOVERSION;
    const judged = judgedOf(snapshot, goVersion, (path) => isIn(GOPRIVATE, path));
    const asking = { named: (index: Index) => namedIn(index, judged), count, signal };
    const source = openSource(address, signal);
    const forbidden = options.offline ? '--offline' : env.GOPROXY === 'off' ? 'GOPROXY=off' : undefined;
    if (forbidden !== undefined && !source.isLocal) {
      const why = new Fault('go-failed', `The Go vulnerability database was not asked (${forbidden}).`);
      return fromKept(address, asking, why, lacks);
    }
    try {
      return { vulnerabilities: await fromSource(source, address, asking) };
    } catch (error) {
      const fault = toFault(error);
      if (source.isLocal || fault.code === 'cancelled' || fault.code === 'defect') throw fault;
      return fromKept(address, asking, fault, lacks);
    }
  });
}

/** The toolchain that go goes on to for the go and toolchain lines: that builds, and its standard library is judged. */
async function switched(go: Go, start: string, snapshot: Snapshot, local: string): Promise<string | undefined> {
  const [main] = snapshot.mains;
  const lines = snapshot.work ?? (snapshot.mains.length === 1 ? main : undefined);
  if (lines === undefined) return undefined;
  const name = toolchainOf(lines, local);
  if (name === undefined) return undefined;
  const setting = await settingOf(go, start, 'GOTOOLCHAIN');
  return /^(?:local|go[0-9][^+]*)$/.test(setting) ? undefined : name;
}

interface Asking {
  readonly named: (index: Index) => ReturnType<typeof namedIn>;
  readonly count: (n: number) => void;
  readonly signal: AbortSignal;
}

async function fromSource(source: Source, address: string, { named, count, signal }: Asking): Promise<Vulnerability[]> {
  const kept = source.isLocal ? undefined : keptOf(address);
  const modified = await source.modified();
  const before = kept?.index();
  const index =
    before !== undefined && isDated(modified) && before.modified === modified ? before.index : await source.index();
  const dates = datesOf(index);
  const wanted = named(index);
  const entries = new Map<string, Entry>();
  const one = async (id: string): Promise<void> => {
    const known = kept?.entry(id);
    const date = dates.get(id) ?? '';
    const entry = known !== undefined && isDated(date) && known.modified === date ? known : await source.entry(id);
    if (entry !== known) kept?.keepEntry(entry);
    entries.set(id, entry);
    count(entries.size);
  };
  const ids = idsOf(wanted);
  const work = async (): Promise<void> => {
    for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
      signal.throwIfAborted();
      await one(id);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } catch (error) {
    // The others end with what they have under way.
    ids.length = 0;
    throw signal.aborted ? new Fault('cancelled', 'Cancelled.', { cause: error }) : error;
  }
  kept?.keepIndex({ at: new Date().toISOString(), modified, index });
  return judge(wanted, entries);
}

/** Only where all of it is there: a part of the truth would look like the whole. */
function fromKept(address: string, { named }: Asking, why: Fault, lacks: (fault: Fault) => void): AskedVulnerabilities {
  const kept = keptOf(address);
  const before = kept.index();
  if (before === undefined) throw without(why, 'nothing of it is kept');
  const wanted = named(before.index);
  const entries = new Map<string, Entry>();
  const ids = idsOf(wanted);
  for (const id of ids) {
    const entry = kept.entry(id);
    if (entry !== undefined) entries.set(id, entry);
  }
  if (entries.size < ids.length) throw without(why, 'what is kept does not have every entry of this build list');
  const fault = new Fault(
    why.code,
    `${why.message} What is shown of vulnerabilities is of ${ageOf(before.at)}.`,
    more(why),
  );
  lacks(fault);
  return { vulnerabilities: judge(wanted, entries), fault };
}

function without(why: Fault, lack: string): Fault {
  return new Fault(why.code, `${why.message} Vulnerabilities are not known: ${lack}.`, more(why));
}

function more({ hint, detail, cause }: Fault): { hint?: string; detail?: string; cause?: unknown } {
  return { ...(hint === undefined ? {} : { hint }), ...(detail === undefined ? {} : { detail }), cause };
}

/** Entries of modules that can be judged, each once. */
function idsOf(named: ReturnType<typeof namedIn>): string[] {
  return [...new Set(named.filter(({ unjudged }) => unjudged === undefined).flatMap(({ ids }) => ids))];
}

function datesOf(index: Index): Map<string, string> {
  return new Map(index.flatMap(({ vulns }) => vulns.map(({ id, modified = '' }) => [id, modified] as const)));
}

/** Year 1 stands for a date that is not known: what has it may have changed. */
function isDated(time: string): boolean {
  return time !== '' && !time.startsWith('0001-');
}

/** `2026-11-03, 27 days old` */
function ageOf(at: string): string {
  const days = Math.max(0, Math.floor((Date.now() - Date.parse(at)) / 86_400_000));
  return `${at.slice(0, 10)}, ${days === 0 ? 'less than a day' : days === 1 ? '1 day' : `${String(days)} days`} old`;
}
