/** The options of `export`, as a format, a view and a drawing. */
import path from 'node:path';
import { ownPictureFormats, type OwnPicture } from '../drawing/formats/asked.ts';
import { formatTable, renderedFormats, textFormats, type PictureFormat } from '../drawing/formats/names.ts';
import { Fault } from '../graph/fault.ts';
import { nearest } from '../graph/nearest.ts';
import { defaultView } from '../graph/view/defaults.ts';
import type { Collapse, Scope, ViewOptions } from '../graph/view/types.ts';
import type { Target } from './deliver.ts';
import type { InputOptions } from './input-options.ts';

export interface ExportOptions extends InputOptions, Target {
  readonly format?: PictureFormat;
  readonly json?: true;
  readonly check?: true;
  readonly query?: string;
  readonly poster?: true;
  readonly hub?: string;
  /** True without a module. */
  readonly versions?: string | true;
  readonly scope: Scope;
  readonly collapse: Collapse;
  readonly limit?: number;
  readonly reduce: boolean;
  readonly foldLeaves: boolean;
  readonly openCycles?: true;
  readonly open?: readonly string[];
  readonly direction: 'auto' | 'down' | 'right' | 'up' | 'left';
  readonly engine: 'auto' | 'elk' | 'columns';
  readonly theme: 'light' | 'dark' | 'auto';
  readonly scale?: number;
  readonly title?: string;
  readonly caption: 'short' | 'full';
  readonly redact?: readonly string[];
}

const endings = new Map<string, PictureFormat>(
  [...textFormats, ...renderedFormats].flatMap((format) => {
    const { ending, also } = formatTable[format];
    return [ending, ...also].map((one) => [one, format] as const);
  }),
);

/** The format asked for, or that of the file's ending; svg on stdout. Throws a Fault 'usage' for an ending without one. */
export function formatOf({ format, json, output }: ExportOptions): PictureFormat {
  if (json === true) return 'json';
  if (format !== undefined) return format;
  if (output === undefined || output === '-') return 'svg';
  const ending = path.extname(output).toLowerCase();
  const known = endings.get(ending);
  if (known !== undefined) return known;
  const all = [...endings.keys()];
  const [near] = nearest(ending, all);
  throw new Fault(
    'usage',
    `${output}: there is no format for ${ending === '' ? 'a file without an ending' : `the ending ${ending}`}.`,
    {
      hint: `${near === undefined ? '' : `Did you mean ${near}? `}The endings are ${all.join(', ')}; \`--format\` names one for any file.`,
    },
  );
}

/** The view asked for, with the defaults of the page. */
export function viewOptionsOf(options: ExportOptions): ViewOptions {
  return {
    ...defaultView,
    scope: options.scope,
    query: options.query ?? '',
    closeCycles: options.openCycles !== true,
    reduce: options.reduce,
    foldLeaves: options.foldLeaves,
    collapse: options.collapse,
    limit: options.limit ?? defaultView.limit,
    open: options.open ?? [],
  };
}

/** Poster or versions, where one is asked for. */
export function ownPictureOf({ poster, hub, versions }: ExportOptions): OwnPicture | undefined {
  if (poster === true) return { kind: 'poster', hub: hub ?? '' };
  return versions === undefined ? undefined : { kind: 'versions', of: versions === true ? '' : versions };
}

/** Throws a Fault 'usage' for what an own picture cannot be, and for options that do not shape it. */
export function checkOwnPicture(options: ExportOptions, format: PictureFormat): void {
  const { poster, hub, versions } = options;
  if (hub !== undefined && poster !== true)
    throw new Fault('usage', '--hub needs --poster: it says what a poster lights.');
  const picture = ownPictureOf(options);
  if (picture === undefined) return;
  const flag = `--${picture.kind}`;
  if (poster === true && versions !== undefined) {
    throw new Fault('usage', '--poster and --versions exclude one another: a file is one picture.');
  }
  if (!ownPictureFormats.some((one) => one === format)) {
    throw new Fault('usage', `${flag} is for ${ownPictureFormats.join(', ')}, and this is ${format}.`);
  }
  const [other] = shapingBoxes(options, picture.kind);
  if (other !== undefined)
    throw new Fault('usage', `${other} does not go with ${flag}: that picture has no boxes to shape.`);
}

/** Flags given that mean nothing for it. */
function shapingBoxes(options: ExportOptions, kind: OwnPicture['kind']): string[] {
  const { query, scope, collapse, limit, reduce, foldLeaves, openCycles, open, direction, engine } = options;
  const given: readonly (readonly [string, boolean])[] = [
    ['--query', kind === 'versions' && query !== undefined],
    ['--scope', kind === 'versions' && scope !== 'selected'],
    ['--collapse', collapse !== 'auto'],
    ['--limit', limit !== undefined],
    ['--no-reduce', !reduce],
    ['--no-fold-leaves', !foldLeaves],
    ['--open-cycles', openCycles === true],
    ['--open', open !== undefined],
    ['--direction', direction !== 'auto'],
    ['--engine', engine !== 'auto'],
  ];
  return given.flatMap(([flag, is]) => (is ? [flag] : []));
}
