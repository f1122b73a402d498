/** The state of the page: what is loaded, where the user is, and the picture of it. Components read it and call it. */
import { draw, type Engines } from '../../drawing/picture.ts';
import type { Room } from '../../drawing/scene/aspect.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import { toFault, type FaultMessage } from '../../graph/fault.ts';
import type { Beside } from '../../graph/model/beside.ts';
import { QueryFault } from '../../graph/query/index.ts';
import { mistakeOf, type QueryMistake } from './query-mistake.ts';
import type { Box, View, ViewOptions } from '../../graph/view/types.ts';
import { makeView } from '../../graph/view/view.ts';
import type { Phase, Run } from '../../graph/wire.ts';
import type { Backend } from '../backend/backend.ts';
import { Compare } from './compare.svelte.ts';
import { comparing } from './comparing.ts';
import type { Comparison } from './comparison.ts';
import { openData, type Data } from './data.ts';
import { cycleAround, selectedBox, type Found } from './find-box.ts';
import type { History } from './history.ts';
import { mark } from './marks.ts';
import { pause } from './pause.ts';
import { compares, startPlace, tries, type Place } from './place.ts';
import { refreshedBy, type Refreshed } from './refreshed.ts';
import { faultText } from '../words/faults.ts';
import { WhatIf } from './what-if.svelte.ts';
import { editsKey } from '../what-if/edit-text.ts';

/** A view with its picture; no picture where there is nothing to draw. */
export interface Shown {
  readonly view: View;
  readonly scene: Scene | undefined;
  /** What the view is of: of a comparison, the union. */
  readonly data: Data;
  readonly comparison?: Comparison;
  /** Keep zoom and pan: the same view of newer data, or with something opened in place. */
  readonly keep: boolean;
  /** The picture is of its view alone: no place of one before was kept, and nothing lies over anything. */
  readonly isPlain: boolean;
}

/** How a view is drawn; `before` is the picture that the user comes from. */
interface About {
  readonly direction: Place['direction'];
  readonly comparison?: Comparison;
  readonly before?: Scene;
  /** On show, not for a file: what is opened may lie over the rest. */
  readonly cards?: boolean;
}

export class Explorer {
  readonly live: boolean;
  /** Has a server make a file; undefined where there is none. */
  readonly picture: Backend['picture'];
  /** Asks what is wrong where a load failed; undefined where there is no server. */
  readonly doctor: Backend['doctor'];
  /** Asks what versions of a module there are; undefined where there is no server. */
  readonly versions: Backend['versions'];
  /** Phases of the load that runs; undefined when none does. */
  phases: readonly Phase[] | undefined = $state.raw([]);
  /** What is asked for in the background, once the graph is up. */
  later: readonly Phase[] = $state.raw([]);
  offline = $state(false);
  run: Run | undefined = $state.raw();
  /** Why the newest load failed. */
  fault: FaultMessage | undefined = $state.raw();
  /** What is loaded, whatever of it is on show. */
  data: Data | undefined = $state.raw();
  /** What the newest refresh changed in the build list, until the user has seen it. */
  refreshed: Refreshed | undefined = $state.raw();
  /** What it is compared with. */
  readonly compare: Compare;
  /** What its edits would change. */
  readonly whatIf: WhatIf;
  place: Place = $state.raw(startPlace);
  shown: Shown | undefined = $state.raw();
  /** The newest view, as soon as it is known: rows need no picture. */
  viewed: { readonly view: View; readonly data: Data } | undefined = $state.raw();
  /** The query in force cannot be read; the picture of the one before stays. */
  queryError: QueryMistake | undefined = $state.raw();
  /** Why there is no newer picture. */
  drawFault: FaultMessage | undefined = $state.raw();
  /** A picture is being made. */
  busy = $state(false);
  /** Its boxes, as soon as they are known. */
  drawing: number | undefined = $state();
  /** What is selected, in the view on show. */
  readonly selected: Found | undefined = $derived.by(() => {
    const { selected } = this.place;
    return selected === undefined || this.shown === undefined ? undefined : selectedBox(this.shown.view, selected);
  });
  /** All that is selected, the last one first, where that is more than one. */
  readonly several: readonly Found[] = $derived.by(() => {
    const { place, shown, selected } = this;
    if (shown === undefined || selected === undefined) return [];
    const also = place.also.flatMap((id) => selectedBox(shown.view, id) ?? []);
    return also.length === 0 ? [] : [selected, ...also];
  });
  /** Room for the picture, pixels; direction `auto` fits it. Set by the canvas. */
  room: Room | undefined;

  readonly #backend: Backend;
  readonly #engines: Engines;
  readonly #history: History;
  #etag: string | undefined;
  #load = new AbortController();
  #draw = new AbortController();
  #fit = true;
  /** The last picture of no comparison, and what it was of: whoever leaves a comparison finds it as it was. */
  #beforeCompared: { readonly key: string; readonly shown: Shown } | undefined;
  #stopEvents: () => void = () => undefined;

  constructor(backend: Backend, engines: Engines, history: History) {
    this.live = backend.live;
    this.picture = backend.picture;
    this.doctor = backend.doctor;
    this.versions = backend.versions;
    this.compare = new Compare(backend);
    this.whatIf = new WhatIf(backend);
    this.#backend = backend;
    this.#engines = engines;
    this.#history = history;
    this.place = history.place();
  }

  /** Begins to load and to listen. Gives back the way to stop both. */
  start(): () => void {
    const stopHistory = this.#history.listen((place) => {
      this.#move(place);
    });
    this.#listen();
    if (!this.live) void this.#reload('page');
    return () => {
      stopHistory();
      this.#stopEvents();
      this.#load.abort();
      this.#draw.abort();
    };
  }

  /** Asks the server again now, instead of waiting for the next time. */
  reconnect(): void {
    this.#stopEvents();
    this.#listen();
  }

  #listen(): void {
    this.#stopEvents = this.#backend.watch((event) => {
      this.offline = event.type === 'offline';
      this.later = event.type === 'ready' ? (event.later ?? []) : [];
      switch (event.type) {
        case 'loading':
          this.phases = event.phases;
          break;
        case 'ready':
          this.run = event.run;
          this.fault = undefined;
          void this.#reload(event.etag);
          break;
        case 'failed':
          this.fault = event.fault;
          if (event.run !== undefined) this.run = event.run;
          if (event.etag === undefined) this.phases = undefined;
          else void this.#reload(event.etag);
          break;
        case 'cancelled':
          this.phases = undefined;
          if (this.data === undefined) this.fault = { code: 'cancelled', message: faultText.cancelled };
      }
    });
  }

  /** What the picture is of: nodes in panels, lists and moves are its. */
  get current(): Data | undefined {
    return this.shown?.data ?? this.data;
  }

  /** Goes to another place. Selection and jumps push, filters replace (the look, How it behaves). */
  go(patch: Partial<Place>, how: 'push' | 'replace'): void {
    // Whoever selects one thing leaves what was selected beside another.
    const alone = 'selected' in patch ? { also: [] } : {};
    const place = { ...this.place, spot: undefined, beyond: 0, ...alone, ...patch };
    this.#history.write(place, how);
    this.#move(place);
  }

  refresh(): void {
    this.#request(this.#backend.refresh());
  }

  /** Draws another view of the same data, for a file; what is on show stays. */
  async drawAside(
    options: ViewOptions,
    data: Data,
    direction = this.place.direction,
  ): Promise<{ readonly view: View; readonly scene: Scene }> {
    const view = makeView(data.model, options);
    return { view, scene: await this.#scene(view, data, new AbortController().signal, { direction }) };
  }

  /** Draws a difference as the command line does, for a file. */
  async drawDiffAside({ base, head, diff }: Comparison): Promise<Scene> {
    const { drawDiff } = await comparing.load();
    return drawDiff({ base, head, diff }, 'auto', this.#engines, new AbortController().signal);
  }

  /** Says why a file could not be made, where a picture's own faults are said. */
  fileFailed(error: unknown): void {
    this.drawFault = toFault(error).toMessage();
  }

  cancel(): void {
    this.#request(this.#backend.cancel());
  }

  /** Gives up the picture that is being made; the one before stays. */
  cancelDrawing(): void {
    const boxes = this.drawing;
    this.#draw.abort();
    this.drawing = undefined;
    this.busy = false;
    if (boxes !== undefined) this.drawFault = { code: 'cancelled', message: faultText.layoutCancelled(boxes) };
  }

  redraw(): void {
    void this.#show(false);
  }

  #request(answer: Promise<void>): void {
    answer.catch((error: unknown) => {
      this.fault = toFault(error).toMessage();
    });
  }

  #move(place: Place): void {
    const before = this.place;
    const same = sameOptions(before.options, place.options);
    this.place = same ? { ...place, options: before.options } : place;
    this.#askFor(place);
    const alike =
      compares(before) === compares(place) &&
      before.compare === place.compare &&
      editsKey(before.edits) === editsKey(place.edits);
    if (same && before.direction === place.direction && before.unchanged === place.unchanged && alike) {
      // What was selected is never hidden behind another name.
      const { selected } = place;
      if (this.shown !== undefined && selected !== undefined && cycleAround(this.shown.view, selected) !== undefined)
        void this.#show(true);
      return;
    }
    const onlyOpened =
      alike &&
      before.direction === place.direction &&
      sameOptions({ ...before.options, open: [] }, { ...place.options, open: [] });
    // The rest of the picture should stay where it was when something is opened in place.
    void this.#show(onlyOpened);
  }

  /** Compares with a file of the user's, and shows what changed. */
  compareFile(file: File): void {
    if (this.data === undefined) return;
    void this.compare.withFile(file, this.data.model.snapshot).then((made) => {
      if (made) this.#compared();
    });
  }

  /** Compares anew with what the place names, after that failed. */
  compareAgain(): void {
    this.#askFor(this.place);
  }

  /** Compares with what the place names, where that was not done yet. */
  #askFor(place: Place): void {
    const { compare } = place;
    if (tries(place)) this.#try(place);
    if (!compares(place) || compare === undefined || this.data === undefined) return;
    const readAt = this.run?.readAt;
    if (this.compare.has(compare, readAt) || this.compare.waiting === compare) return;
    void this.compare.withRevision(compare, readAt).then((made) => {
      if (made) this.#compared();
    });
  }

  /** An edit may be tried soon: what that needs is read. */
  prepareEdits(): void {
    if (this.data !== undefined)
      this.whatIf.prepare({ recorded: this.run?.go === undefined, readAt: this.run?.readAt });
  }

  /** go may download what a proof needs. */
  prove(): void {
    this.#try(this.place, true);
  }

  #try({ edits }: Place, prove = false): void {
    const { data, whatIf } = this;
    const readAt = this.run?.readAt;
    if (data === undefined || (!prove && whatIf.has(edits, readAt))) return;
    const recorded = this.run?.go === undefined;
    void whatIf.ask(edits, { model: data.model, recorded, readAt, prove }, () => {
      if (compares(this.place) && tries(this.place)) void this.#show(this.shown?.comparison?.kind === 'edits');
    });
  }

  /** Compared once more with the same, the picture keeps zoom and pan. */
  #compared(): void {
    const { comparison } = this.shown ?? {};
    const { done } = this.compare;
    if (compares(this.place)) void this.#show(comparison?.kind === done?.kind && comparison?.name === done?.name);
  }

  /** What the place shows a difference of, once it is there. */
  get comparison(): Comparison | undefined {
    const { done } = this.compare;
    const { compare } = this.place;
    if (!compares(this.place)) return undefined;
    if (tries(this.place)) {
      const tried = this.whatIf.done;
      return tried?.key === editsKey(this.place.edits) ? tried.comparison : undefined;
    }
    if (done === undefined) return undefined;
    return (compare === undefined ? done.kind === 'file' : done.name === compare && done.kind === 'revision')
      ? done
      : undefined;
  }

  async #reload(etag: string): Promise<void> {
    if (etag === this.#etag) {
      this.phases = undefined;
      // The graph is the same; the branch that it is compared with may not be.
      this.#askFor(this.place);
      await this.#learn(this.run?.beside);
      return;
    }
    this.#load.abort();
    const load = new AbortController();
    this.#load = load;
    try {
      const snapshot = await this.#backend.snapshot(load.signal);
      mark('data');
      await pause();
      const data = await openData(snapshot, this.run?.beside);
      if (load.signal.aborted) return;
      const first = this.data === undefined;
      // Packages and facts that arrive later change no version: what was listed before stays.
      if (this.data !== undefined) this.refreshed = refreshedBy(this.data.model, data.model) ?? this.refreshed;
      this.#etag = etag;
      this.data = data;
      this.#askFor(this.place);
      if (compares(this.place) && this.place.compare === undefined) await this.compare.againWith(snapshot);
      await this.#show(!first);
    } catch (error) {
      if (!load.signal.aborted) this.fault = toFault(error).toMessage();
    } finally {
      if (this.#load === load) this.phases = undefined;
    }
  }

  /**
   * What is known beside the same snapshot may be more than before. What came of trying remedies changes words alone; what
   * go refuses marks boxes, too.
   */
  async #learn(beside: Beside | undefined): Promise<void> {
    const old = this.data;
    if (old === undefined || JSON.stringify(old.model.beside) === JSON.stringify(beside ?? {})) return;
    const data = await openData(old.model.snapshot, beside);
    if (this.data !== old) return;
    this.data = data;
    if (this.viewed?.data === old) this.viewed = { ...this.viewed, data };
    if (JSON.stringify(old.model.beside.verdict) !== JSON.stringify(beside?.verdict)) await this.#show(true);
    else if (this.shown?.data === old) this.shown = { ...this.shown, data, keep: true };
  }

  async #show(keep: boolean, options = this.place.options): Promise<void> {
    const { place } = this;
    const comparison = this.comparison;
    const data = comparison?.data ?? this.data;
    if (data === undefined) return;
    // What is shown stays until there is a difference to show.
    if (compares(place) && comparison === undefined && this.shown !== undefined) return;
    this.#draw.abort();
    const drawing = new AbortController();
    this.#draw = drawing;
    const isOver = (): boolean => drawing.signal.aborted;
    // One that never came to be shown was to be fitted: so is the one that takes its place.
    this.#fit ||= !keep;
    this.busy = true;
    this.drawFault = undefined;
    try {
      await pause();
      if (isOver()) return;
      const { direction } = place;
      const key = JSON.stringify([options, direction, place.selected, place.room ?? this.room]);
      const kept = this.#beforeCompared;
      if (
        comparison === undefined &&
        this.shown?.comparison !== undefined &&
        kept?.key === key &&
        kept.shown.data === data
      ) {
        this.viewed = { view: kept.shown.view, data };
        this.shown = { ...kept.shown, keep: !this.#fit };
        this.#fit = false;
        if (options === place.options) this.queryError = undefined;
        return;
      }
      const view =
        comparison === undefined
          ? viewWith(data.model, options, place.selected)
          : (await comparing.load()).unionView(comparison, { ...place, options });
      if (isOver()) return;
      mark('view');
      this.viewed = { view, data };
      if (options === place.options) this.queryError = undefined;
      this.drawing = view.receipt.boxes;
      await pause();
      if (isOver()) return;
      const before = this.shown?.comparison?.kind === comparison?.kind ? this.shown?.scene : undefined;
      const about = { direction, cards: true, ...(comparison && { comparison }), ...(before && { before }) };
      const scene = view.boxes.length === 0 ? undefined : await this.#scene(view, data, drawing.signal, about);
      if (isOver()) return;
      mark('layout');
      // Panels and canvas take the new picture in a task of their own.
      await pause();
      if (isOver()) return;
      this.shown = {
        view,
        scene,
        data,
        ...(comparison === undefined ? {} : { comparison }),
        keep: !this.#fit,
        isPlain: before === undefined && scene?.boxes.some(({ over }) => over === true) !== true,
      };
      if (comparison === undefined) this.#beforeCompared = { key, shown: this.shown };
      this.#fit = false;
    } catch (error) {
      if (isOver()) return;
      if (error instanceof QueryFault) {
        this.queryError = mistakeOf(options.query, error);
        // A link that cannot be read has no picture before it: what it is of is shown without the query.
        if (this.shown === undefined) void this.#show(keep, { ...options, query: '' });
      } else this.drawFault = toFault(error).toMessage();
    } finally {
      if (this.#draw === drawing) {
        this.drawing = undefined;
        this.busy = false;
      }
    }
  }

  #scene(view: View, data: Data, signal: AbortSignal, about: About): Promise<Scene> {
    const { direction, comparison, before, cards = false } = about;
    const room = this.place.room ?? this.room;
    const aspect = room === undefined ? {} : { aspect: room };
    const union = comparison === undefined ? {} : { union: comparison.union };
    return draw(
      view,
      { direction, engine: 'auto', marks: data.marks, cards, ...aspect, ...union, ...(before && { before }) },
      this.#engines,
      signal,
    );
  }
}

/** The view, with the cycle open that what is selected is in: a box of its own says more than that of another member. */
function viewWith(model: Data['model'], options: ViewOptions, selected: string | undefined): View {
  const view = makeView(model, options);
  const cycle = selected === undefined ? undefined : cycleAround(view, selected);
  return cycle === undefined ? view : makeView(model, { ...options, open: [...options.open, cycle] });
}

/** Same options, wherever they come from. */
function sameOptions(a: ViewOptions, b: ViewOptions): boolean {
  return (
    a.scope === b.scope &&
    a.query === b.query &&
    a.closeCycles === b.closeCycles &&
    a.reduce === b.reduce &&
    a.foldLeaves === b.foldLeaves &&
    a.collapse === b.collapse &&
    a.limit === b.limit &&
    a.open.length === b.open.length &&
    a.open.every((id, i) => id === b.open[i])
  );
}

/** The box that a found one is drawn as: a module that no box shows has none. */
export function drawnBox(found: Found | undefined, view: View): Box | undefined {
  if (found === undefined) return undefined;
  if (found.frame === undefined) return view.boxes.includes(found.box) ? found.box : undefined;
  return found.frame.inside?.boxes.includes(found.box) === true ? found.box : found.frame;
}
