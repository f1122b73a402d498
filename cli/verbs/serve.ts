/** `modscope serve`: the graph in the browser, until the user ends it. */
import { Fault } from '../../graph/fault.ts';
import { json } from '../../graph/json-text.ts';
import type { ServerEvent } from '../../graph/wire.ts';
import { written } from '../../graph/written.ts';
import type { ComparePort } from '../../server/http/compare-routes.ts';
import type { DoctorPort } from '../../server/http/doctor-route.ts';
import { startServer } from '../../server/http/server.ts';
import type { WhatIfPort, WhatIfStages } from '../../server/http/what-if-route.ts';
import type { Desk } from '../../server/project/what-if-desk.ts';
import type { VersionsPort } from '../../server/http/versions-route.ts';
import { openBrowser } from '../../server/process/browser.ts';
import { projectOf } from '../../server/project/mod-file.ts';
import { load } from '../../server/project/load.ts';
import { defaultLoad, type LoadOptions, type Source } from '../../server/project/types.ts';
import { watchProject } from '../../server/project/watch.ts';
import { factsLater } from '../../server/session/facts-later.ts';
import { vulnerabilitiesLater } from '../../server/session/vulnerabilities-later.ts';
import type { AskLater } from '../../server/session/later.ts';
import { packagesLater } from '../../server/session/packages-later.ts';
import { verdictLater } from '../../server/session/verdict-later.ts';
import { remediesLast } from '../../server/session/remedies-last.ts';
import { Session } from '../../server/session/session.ts';
import { checkSample } from '../check-sample.ts';
import type { InputOptions } from '../input-options.ts';
import { loadOptionsOf, sourceOf } from '../input.ts';
import { Interrupted, type Io } from '../io.ts';
import { Progress } from '../progress.ts';
import { faultText } from '../report.ts';
import { plain, plainLines, type Printable, said } from '../text/plain.ts';

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
export async function serve(io: Io, options: ServeOptions, dir: string | undefined): Promise<number> {
  const source = sourceOf(io, orSample(options, dir, io.env['MODSCOPE_OR_SAMPLE']), dir);
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
          whatIfStages: whatIfStages(source.dir, loadOptions, session),
          compare: comparePort(io.cwd, source.dir, loadOptions),
          doctor: doctorPort(source.dir, loadOptions),
          versions: versionsPort(source.dir, loadOptions),
        }
      : {}),
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.host === undefined ? {} : { host: options.host }),
    ...(options.allowHost === undefined ? {} : { allowHosts: options.allowHost }),
  });
  try {
    const url = `${server.urlWithToken}${place}`;
    await (options.json === true
      ? io.stdout.hand(written(`${json({ url, pid: io.pid })}\n`))
      : io.stdout.say(said`${url}\n`));
    if (options.quiet !== true) await io.stderr.say(said`modscope: ${words(source)}. Ctrl-C ends it.\n`);
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
  return [
    verdictLater(source.dir, options),
    packagesLater(source.dir, options),
    ...(options.offline ? [] : [factsLater(source.dir, options)]),
    ...(options.vulnerabilities === undefined ? [vulnerabilitiesLater(source.dir, options)] : []),
  ];
}

/** What-if is loaded when it is first asked for. */
function whatIfPort(dir: string, options: LoadOptions): WhatIfPort {
  return async (request, signal) => {
    const { whatIfOf } = await import('../../server/project/what-if.ts');
    return (await whatIfOf(dir, request, options, () => undefined, signal)).answer;
  };
}

/** What was read for one question serves the next. */
function whatIfStages(dir: string, options: LoadOptions, session: Session): WhatIfStages {
  let desk: Desk | undefined;
  return async (question, asking) => {
    const { Desk } = await import('../../server/project/what-if-desk.ts');
    desk ??= new Desk(dir, options, () => session.kept?.packages);
    await desk.answer(question, asking);
  };
}

/** So are the doctor's checks. */
function doctorPort(named: string, options: LoadOptions): DoctorPort {
  return async (signal) => {
    const { examine } = await import('../../server/doctor/doctor.ts');
    return examine({ named, options, signal });
  };
}

/** So are versions. */
function versionsPort(dir: string, options: LoadOptions): VersionsPort {
  return async (module, model, signal) => {
    const [{ askVersions }, { mostVersions }] = await Promise.all([
      import('../../server/project/versions.ts'),
      import('../../graph/published/versions.ts'),
    ]);
    return askVersions(dir, { module, limit: mostVersions, model }, options, () => undefined, signal);
  };
}

/** So is what reads git. */
function comparePort(cwd: string, dir: string, options: LoadOptions): ComparePort {
  return {
    revisions: async (signal) => {
      const { listRevisions } = await import('../../server/project/revision-list.ts');
      const { gowork, modfile } = options;
      return listRevisions(dir, { gowork, ...(modfile === undefined ? {} : { modfile }), signal });
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

/** `npm start` shows a sample where no flag and no folder says what to show. */
function orSample(options: ServeOptions, dir: string | undefined, name: string | undefined): ServeOptions {
  const { C, snapshot, sample, graph } = options;
  const named = dir ?? C ?? snapshot ?? sample ?? graph;
  return name === undefined || name === '' || named !== undefined ? options : { ...options, sample: name };
}

async function checkFirst(source: Source, options: LoadOptions, signal: AbortSignal): Promise<void> {
  if (source.kind === 'folder') projectOf(source.dir, options);
  else if (source.kind === 'sample') checkSample(source.name);
  else if (source.kind === 'snapshot') await load(source, options, () => undefined, signal);
  else if (source.graph !== '-') await load(source, options, () => undefined, signal);
}

/** The page would say the same, once it is open. */
async function checkRevision(source: Source, name: string, signal: AbortSignal): Promise<void> {
  if (source.kind !== 'folder') {
    throw new Fault('usage', 'A recording has no git history: --compare needs a folder.', {
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

/** Progress on a terminal; failures always, and notes unless it is to be quiet, once each. */
function talk(io: Io, options: ServeOptions, session: Session): void {
  let progress: Progress | undefined;
  let before: Printable = plain('');
  session.listen((event: ServerEvent) => {
    if (event.type === 'loading') {
      progress ??= new Progress(io, options.quiet === true);
      progress.show(event.phases);
      return;
    }
    const ended = progress?.end();
    progress = undefined;
    const text = event.type === 'failed' ? faultText(event.fault) : notesText(event, options);
    if (text !== '' && text !== before)
      void Promise.resolve(ended).then(() => io.stderr.say(text).catch(() => undefined));
    before = text;
  });
}

function notesText(event: ServerEvent, { quiet }: ServeOptions): Printable {
  const notes = event.type === 'ready' && quiet !== true ? (event.run.notes ?? []) : [];
  return plainLines(notes.map((note) => `modscope: ${note}\n`).join(''));
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
