/** `modscope serve`: the graph in the browser, until the user ends it. */
import { Fault } from '../../graph/fault.ts';
import { nearest } from '../../graph/nearest.ts';
import type { ServerEvent } from '../../graph/wire.ts';
import type { ComparePort } from '../../server/http/compare-routes.ts';
import type { DoctorPort } from '../../server/http/doctor-route.ts';
import { startServer } from '../../server/http/server.ts';
import type { WhatIfPort } from '../../server/http/what-if-route.ts';
import { openBrowser } from '../../server/process/browser.ts';
import { findProject } from '../../server/project/find.ts';
import { load } from '../../server/project/load.ts';
import { defaultLoad, type LoadOptions, type Source } from '../../server/project/types.ts';
import { watchProject } from '../../server/project/watch.ts';
import { factsLater } from '../../server/session/facts-later.ts';
import type { AskLater } from '../../server/session/later.ts';
import { packagesLater } from '../../server/session/packages-later.ts';
import { remediesLast } from '../../server/session/remedies-last.ts';
import { Session } from '../../server/session/session.ts';
import { asNamed } from '../as-named.ts';
import { checkSample } from '../check-sample.ts';
import type { InputOptions } from '../input-options.ts';
import { loadOptionsOf, sourceOf } from '../input.ts';
import { Interrupted, type Io } from '../io.ts';
import { Progress } from '../progress.ts';
import { faultText } from '../report.ts';
import { plain } from '../text/plain.ts';

export interface ServeOptions extends InputOptions {
  readonly port?: number;
  readonly host?: string;
  readonly allowHost?: readonly string[];
  /** A git revision. */
  readonly compare?: string;
  readonly open: boolean;
  readonly json?: true;
}

/**
 * Prints the address, one line on stdout, and serves until io.signal fires; then it throws the signal's reason. What can
 * be told at once (no such folder, sample or file, no go.mod) is a Fault before anything is served; a go that fails is
 * shown in the page, where it can be tried again.
 */
export async function serve(
  io: Io,
  options: ServeOptions,
  dir: string | undefined,
  verbs: readonly string[],
): Promise<number> {
  const source = sourceFor(io, options, dir, verbs);
  const {
    facts: _facts,
    packages: _packages,
    ...loadOptions
  } = loadOptionsOf(io.cwd, options, {
    ...defaultLoad,
    frontier: true,
  });
  if (loadOptions.vulnerabilities === '-') {
    throw new Fault('usage', '--vuln - reads standard input once, and serve loads again and again: name a file.');
  }
  await checkFirst(source, loadOptions, io.signal);
  if (options.compare !== undefined) await checkRevision(source, options.compare, io.signal);
  const place = options.compare === undefined ? '' : `&compare=${encodeURIComponent(options.compare)}`;
  const session = new Session({
    load: (onPhases, signal) => load(source, loadOptions, onPhases, signal),
    watch: watchProject,
    later: laterOf(source, loadOptions),
    ...(source.kind === 'folder' ? { last: remediesLast(source.dir, loadOptions) } : {}),
  });
  const server = await startServer({
    session,
    assetsDir: io.pageFolder,
    ...(source.kind === 'folder'
      ? {
          whatIf: whatIfPort(source.dir, loadOptions),
          compare: comparePort(io.cwd, source.dir, loadOptions),
          doctor: doctorPort(asNamed(source.dir, io), loadOptions),
        }
      : {}),
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.host === undefined ? {} : { host: options.host }),
    ...(options.allowHost === undefined ? {} : { allowHosts: options.allowHost }),
  });
  try {
    const url = `${server.urlWithToken}${place}`;
    await io.stdout.write(options.json === true ? `${JSON.stringify({ url, pid: io.pid })}\n` : `${url}\n`);
    if (options.quiet !== true) await io.stderr.write(`modscope: ${plain(words(source))}. Ctrl-C ends it.\n`);
    talk(io, options, session);
    void session.refresh();
    if (options.open && (io.env['CI'] ?? '') === '') await openBrowser(`${server.urlToOpen()}${place}`);
    await fired(io.signal);
  } finally {
    await server.close();
  }
  throw io.signal.reason instanceof Fault ? io.signal.reason : new Interrupted('SIGINT');
}

/** What is asked for once the graph is up. Facts need the network; packages find what they need in the module cache, too. */
function laterOf(source: Source, options: LoadOptions): AskLater[] {
  if (source.kind !== 'folder') return [];
  return [packagesLater(source.dir, options), ...(options.offline ? [] : [factsLater(source.dir, options)])];
}

/** What-if is loaded when it is first asked for. */
function whatIfPort(dir: string, options: LoadOptions): WhatIfPort {
  return async (request, signal) => {
    const { whatIfOf } = await import('../../server/project/what-if.ts');
    return (await whatIfOf(dir, request, options, () => undefined, signal)).answer;
  };
}

/** So are the doctor's checks. */
function doctorPort(named: string, options: LoadOptions): DoctorPort {
  return async (signal) => {
    const { examine } = await import('../../server/doctor/doctor.ts');
    return examine({ named, options, signal });
  };
}

/** So is what reads git. */
function comparePort(cwd: string, dir: string, options: LoadOptions): ComparePort {
  return {
    revisions: async (signal) => {
      const { listRevisions } = await import('../../server/project/revision-list.ts');
      return listRevisions(dir, { gowork: options.gowork, signal });
    },
    diff: async (base, signal) => {
      const [{ compare }, { diffAnswer }] = await Promise.all([
        import('../../server/project/revision-diff.ts'),
        import('../../server/project/revision-answer.ts'),
      ]);
      const sides = { cwd, dir, options, onPhases: () => undefined, signal };
      return diffAnswer(await compare({ kind: 'revision', name: base }, { kind: 'folder' }, sides));
    },
  };
}

/** A first argument that is no folder may have been meant as a verb. */
function sourceFor(io: Io, options: ServeOptions, dir: string | undefined, verbs: readonly string[]): Source {
  try {
    return sourceOf(io.cwd, options, dir);
  } catch (error) {
    const [verb] = dir === undefined || /[/\\.]/.test(dir) ? [] : nearest(dir, verbs);
    if (!(error instanceof Fault) || error.code !== 'not-found' || verb === undefined) throw error;
    throw new Fault('usage', `There is no verb and no folder ${dir ?? ''}.`, {
      hint: `Did you mean \`modscope ${verb}\`?`,
      cause: error,
    });
  }
}

async function checkFirst(source: Source, options: LoadOptions, signal: AbortSignal): Promise<void> {
  if (source.kind === 'folder') findProject(source.dir, options.gowork);
  else if (source.kind === 'sample') checkSample(source.name);
  else if (source.kind === 'snapshot') await load(source, options, () => undefined, signal);
  else if (source.graph !== '-') await load(source, options, () => undefined, signal);
}

/** The page would say the same, once it is open. */
async function checkRevision(source: Source, name: string, signal: AbortSignal): Promise<void> {
  if (source.kind !== 'folder') {
    throw new Fault('usage', 'A recording has no revisions: --compare needs a folder.', {
      hint: 'A snapshot file can be compared in the page, and by `modscope diff A.json B.json`.',
    });
  }
  const { checkRevisionName } = await import('../../server/project/revision-name.ts');
  await checkRevisionName(source.dir, name, signal);
}

function words(source: Source): string {
  switch (source.kind) {
    case 'folder':
      return `shows the module in ${source.dir}`;
    case 'sample':
      return `shows the sample ${source.name}`;
    case 'snapshot':
      return `shows the snapshot ${source.file}`;
    case 'recorded':
      return `shows the recorded graph ${source.graph}`;
  }
}

/** Progress on a terminal; failures always, once each. */
function talk(io: Io, options: ServeOptions, session: Session): void {
  let progress: Progress | undefined;
  let said = '';
  session.listen((event: ServerEvent) => {
    if (event.type === 'loading') {
      progress ??= new Progress(io, options.quiet === true);
      progress.show(event.phases);
      return;
    }
    const ended = progress?.end();
    progress = undefined;
    const text = event.type === 'failed' ? faultText(event.fault) : '';
    if (text !== '' && text !== said)
      void Promise.resolve(ended).then(() => io.stderr.write(text).catch(() => undefined));
    said = text;
  });
}

function fired(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
  });
}
