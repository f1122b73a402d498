/** The place in the graph as the query string of an address, and back. What is as by default is left out. */
import { defaultView } from '../../graph/view/defaults.ts';
import type { Room } from '../../drawing/scene/aspect.ts';
import type { Place, Spot, Tab } from './place.ts';
import { mostEdits, readEdit, writeEdit } from '../what-if/edit-text.ts';
import { keepsComparison, startPlace } from './place.ts';

/** Longest text taken from an address: a query is typed by people. */
const longestText = 4000;
/** Most boxes an address can open. */
const mostOpen = 200;
/** Most boxes it can select. */
const mostSelected = 100;
const highestLimit = 100_000;

const scopes = ['selected', 'all'] as const;
const collapses = ['auto', 'none', 'owner', 'host', 'package'] as const;
const directions = ['auto', 'down', 'right', 'up', 'left'] as const;
const tabs = [
  'graph',
  'findings',
  'conflicts',
  'cycles',
  'diff',
  'tree',
  'table',
  'weight',
] as const satisfies readonly Tab[];
/** Tabs with rows that are explained. */
const lists: ReadonlySet<Tab> = new Set(['findings', 'conflicts', 'cycles', 'weight']);

/**
 * The place that `search` (`?q=…`) names. Whatever it does not know, or cannot read, is as by default: an address is
 * text that anyone can write. Never throws.
 */
export function readPlace(search: string): Place {
  const given = new URLSearchParams(search);
  const [selected, ...also] = textsOf(given.getAll('selected'), mostSelected);
  const compare = textOf(given.get('compare'));
  const edits = compare === undefined ? textsOf(given.getAll('edit')).flatMap((text) => readEdit(text) ?? []) : [];
  const named = oneOf(tabs, given.get('tab'));
  // What is compared is shown in some tabs only.
  const tab = compare === undefined || (named !== undefined && keepsComparison(named)) ? named : undefined;
  return {
    options: {
      scope: oneOf(scopes, given.get('scope')) ?? defaultView.scope,
      query: textOf(given.get('q')) ?? defaultView.query,
      closeCycles: oneOf(['closed', 'open'] as const, given.get('cycles')) !== 'open',
      reduce: oneOf(['0', '1'] as const, given.get('reduce')) !== '0',
      foldLeaves: oneOf(['0', '1'] as const, given.get('fold')) !== '0',
      collapse: oneOf(collapses, given.get('collapse')) ?? defaultView.collapse,
      limit: limitOf(given.get('limit')) ?? defaultView.limit,
      open: textsOf(given.getAll('open'), mostOpen),
    },
    direction: oneOf(directions, given.get('direction')) ?? startPlace.direction,
    allLines: given.get('lines') === 'all',
    tab: tab ?? (compare === undefined ? startPlace.tab : 'diff'),
    compare,
    withFile: false,
    unchanged: given.get('unchanged') === '1',
    edits: edits.slice(0, mostEdits),
    beyond: Math.max(0, edits.length - mostEdits),
    selected,
    also,
    row: tab !== undefined && lists.has(tab) ? textOf(given.get('row')) : undefined,
    sort: textOf(given.get('sort')),
    columns: textOf(given.get('columns')),
    finding: textOf(given.get('finding')),
    spot: spotOf(given.get('at')),
    room: roomOf(given.get('room')),
  };
}

/** The inverse: `?q=…`, or '' for the place where everyone starts. */
export function writePlace(place: Place): string {
  const { options } = place;
  const out = new URLSearchParams();
  const put = (name: string, value: string, byDefault: string): void => {
    if (value !== byDefault) out.append(name, value);
  };
  put('tab', place.tab, place.compare === undefined ? startPlace.tab : 'diff');
  put('compare', place.compare ?? '', '');
  for (const edit of place.edits) out.append('edit', writeEdit(edit));
  put('unchanged', place.unchanged ? '1' : '', '');
  put('scope', options.scope, defaultView.scope);
  put('q', options.query, defaultView.query);
  put('cycles', options.closeCycles ? 'closed' : 'open', 'closed');
  put('reduce', options.reduce ? '1' : '0', '1');
  put('fold', options.foldLeaves ? '1' : '0', '1');
  put('collapse', options.collapse, defaultView.collapse);
  put('limit', String(options.limit), String(defaultView.limit));
  put('direction', place.direction, startPlace.direction);
  put('lines', place.allLines ? 'all' : '', '');
  for (const id of options.open) out.append('open', id);
  put('sort', place.sort ?? '', '');
  put('columns', place.columns ?? '', '');
  put('finding', place.finding ?? '', '');
  if (place.selected !== undefined) for (const id of [place.selected, ...place.also]) out.append('selected', id);
  put('row', lists.has(place.tab) ? (place.row ?? '') : '', '');
  if (place.room !== undefined) out.append('room', `${place.room.width}x${place.room.height}`);
  if (place.spot !== undefined) {
    const { zoom, x, y, box } = place.spot;
    out.append('at', [Number(zoom.toPrecision(4)), x, y, box].join(','));
  }
  const text = out.toString();
  return text === '' ? '' : `?${readable(text)}`;
}

/** Signs of module paths and queries that an address may carry as they are (RFC 3986, query). */
function readable(encoded: string): string {
  return encoded.replace(/%(2F|40|3A|2C|28|29)/g, (code) => decodeURIComponent(code));
}

function oneOf<T extends string>(words: readonly T[], given: string | null): T | undefined {
  return words.find((word) => word === given);
}

function textOf(given: string | null): string | undefined {
  const text = given?.trim() ?? '';
  return text === '' || text.length > longestText ? undefined : text;
}

/** `0.75,-12,30,golang.org/x/net@v0.23.0`: the scale, how far right and below of the box's middle, and the box. */
function spotOf(given: string | null): Spot | undefined {
  const [, zoom = '', x, y, box = ''] =
    /^([0-9.]{1,8}),(-?[0-9]{1,6}),(-?[0-9]{1,6}),(.+)$/su.exec(textOf(given) ?? '') ?? [];
  const scale = Number(zoom);
  return box === '' || !(scale > 0) ? undefined : { box, x: Number(x), y: Number(y), zoom: scale };
}

/** `1200x800`. */
function roomOf(given: string | null): Room | undefined {
  const [, width, height] = /^([1-9][0-9]{1,4})x([1-9][0-9]{1,4})$/.exec(given ?? '') ?? [];
  return width === undefined || height === undefined ? undefined : { width: Number(width), height: Number(height) };
}

/** Each text once, at most so many. */
function textsOf(given: readonly string[], most?: number): string[] {
  return [...new Set(given.flatMap((text) => textOf(text) ?? []))].slice(0, most);
}

function limitOf(given: string | null): number | undefined {
  if (given === null || !/^\d{1,6}$/.test(given)) return undefined;
  const limit = Number(given);
  return limit <= highestLimit ? limit : undefined;
}
