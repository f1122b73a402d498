/** What the page makes of the explorer's state: what stands out, what is open beside the picture, and how one is led to a box. */
import type { Emphasis } from '../../drawing/pens/emphasis.ts';
import type { Scene, SceneLine } from '../../drawing/scene/types.ts';
import { nodeName } from '../../graph/model/module-graph.ts';
import { pathTo, stepsIn } from '../../graph/view/step-graph.ts';
import { packagesOfNode } from '../../graph/view/packages.ts';
import type { Box } from '../../graph/view/types.ts';
import { weightOf } from '../../graph/weight/weight.ts';
import { changeWords } from '../../drawing/face/change.ts';
import { boxWords, severalWords } from './announce.ts';
import { emphasise } from './emphasise.ts';
import { boxesWith, nothing } from './flashed.ts';
import { drawnBox, type Explorer, type Shown } from './explorer.svelte.ts';
import { boxById, nodeOfName, selectedNodes } from './find-box.ts';
import { boxIds, hiddenLines } from './hidden-lines.ts';
import { litPath, noPath, type LitPath } from './lit-path.ts';
import { Moves } from './moves.ts';
import { ScrollingChoice } from './scrolling.svelte.ts';
import { compares, tries, type Place, type Spot } from './place.ts';
import { waysOf } from './related.ts';
import { walkFrom, type Arrow } from './walk.ts';

/** A menu that is open: of boxes or of a line, at a place in the window, CSS pixels. */
export type MenuOf = { readonly x: number; readonly y: number } & (
  { readonly boxes: readonly Box[] } | { readonly line: Pick<SceneLine, 'from' | 'to' | 'requirements'> }
);

/** The picture, as far as others may steer it. */
export interface Canvas {
  zoomBy(factor: number): void;
  fit(): void;
  reveal(id: string): void;
  spotInView(): Spot | undefined;
  toggleLegend(): void;
}

/** Milliseconds for which it is said what was done. */
const saidTime = 2500;

export class Screen {
  readonly explorer: Explorer;
  readonly moves: Moves;
  /** What a wheel and two fingers do to the picture. */
  readonly scrolling = new ScrollingChoice();
  inspector = $state(true);
  /** As the picture leaves room for it, until the user wants it otherwise. */
  legend: boolean | undefined = $state();
  /** The page is narrow: the inspector lies over the picture. */
  sheet = $state(false);
  /** The list of keys is open. */
  help = $state(false);
  /** Which side of a difference is on show; what the other alone has steps back. */
  side: 'both' | 'base' | 'head' = $state('both');
  /** The list of what can be compared with is open over a comparison. */
  choosing = $state(false);
  /** What was chosen comes to be on show: who works by keyboard is led there. */
  arriving = $state(false);
  /** What was done that cannot be seen, for a moment. */
  said = $state('');
  #silence: ReturnType<typeof setTimeout> | undefined;
  /** The command palette is open. */
  palette = $state(false);
  /** One end of the ways that are to be shown alone; the other is still to be chosen. */
  pathEnd: number | undefined = $state();
  /** What can be done with something, while one chooses. */
  menu: MenuOf | undefined = $state.raw();
  hovered: string | undefined = $state();
  /** The keyboard is on the canvas. */
  focused = $state(false);
  canvas: Canvas | undefined = $state.raw();

  readonly scene: Scene | undefined = $derived.by(() => this.explorer.shown?.scene);
  readonly #ways = $derived.by(() => (this.scene === undefined ? undefined : waysOf(this.scene)));
  readonly #ids = $derived.by(() => (this.scene === undefined ? undefined : boxIds(this.scene)));
  readonly #graph = $derived.by(() => {
    const { shown } = this.explorer;
    return shown === undefined ? undefined : stepsIn(shown.view.model, shown.view.options.scope).whole;
  });
  /** The one box that is selected: none where several are. */
  readonly selected: Box | undefined = $derived.by(() =>
    this.several.length > 0 ? undefined : this.explorer.selected?.box,
  );
  /** The boxes that are selected, the last one first, where that is more than one. */
  readonly several: readonly Box[] = $derived.by(() => this.explorer.several.map(({ box }) => box));
  /** All that is selected. */
  readonly chosen: readonly Box[] = $derived.by(() => (this.selected === undefined ? this.several : [this.selected]));
  /** Node of what is selected, where that is one module. */
  readonly node: number | undefined = $derived.by(() =>
    this.selected?.kind === 'module' || this.selected?.kind === 'package' ? this.selected.nodes[0] : undefined,
  );
  /** The box of the picture that holds what is selected, or what was selected last. */
  readonly drawn: Box | undefined = $derived.by(() => {
    const { shown, selected } = this.explorer;
    return shown === undefined ? undefined : drawnBox(selected, shown.view);
  });
  /** The module path of what is selected, where that is one module. */
  readonly path: string | undefined = $derived.by(() =>
    this.node === undefined ? undefined : this.explorer.current?.model.snapshot.modules[this.node]?.path,
  );
  /** Module paths that a panel points at. */
  #pointed: readonly string[] = $state.raw([]);
  /** Nodes of the modules that a panel points at, else of the findings that were picked. */
  readonly #marked: readonly number[] = $derived.by(() => {
    const { current, place } = this.explorer;
    if (this.#pointed.length > 0) return this.#nodesOf(this.#pointed);
    return current?.groups.find(({ id }) => id === place.finding)?.nodes ?? this.#leadingTo();
  });
  readonly emphasis: Emphasis | undefined = $derived.by(() => {
    if (this.scene === undefined || this.#ways === undefined) return undefined;
    const { hovered, focused } = this;
    const { shown } = this.explorer;
    const selected = this.drawn?.id;
    const hidden = this.#hidden(this.scene, hovered);
    const unseen = this.#hidden(this.scene, this.scene.headings.length > 0 ? selected : undefined);
    const path = this.#litPath(this.scene);
    const { several: chosen } = this.explorer;
    const also = shown === undefined ? [] : chosen.slice(1).flatMap((found) => drawnBox(found, shown.view)?.id ?? []);
    const attention = { selected, also, hovered, focused, marked: this.#marked, hidden, unseen, path };
    const made = emphasise(this.scene, this.#ways, attention);
    return this.side === 'both' ? made : { ...made, faded: this.side === 'base' ? 'added' : 'removed' };
  });
  /** Boxes of what the newest refresh changed. */
  readonly flashed: ReadonlySet<string> = $derived.by(() => {
    const { refreshed, shown, data } = this.explorer;
    if (refreshed === undefined || shown === undefined || shown.data !== data) return nothing;
    return boxesWith(shown.view, refreshed.nodes);
  });
  /** How many lines run between groups: too many to read at once. */
  readonly quiet: number = $derived.by(() => this.scene?.lines.filter((line) => line.quiet).length ?? 0);
  /** Requirements whose lines wait for a selection, or for another one. */
  readonly waiting: number = $derived.by(() => {
    if (this.explorer.place.allLines) return 0;
    const drawn = this.drawn?.id;
    const lines = this.scene?.lines.filter(({ quiet, from, to }) => quiet && from !== drawn && to !== drawn) ?? [];
    return lines.reduce((sum, { requirements }) => sum + requirements, 0);
  });
  /** What is said of the selected box. */
  readonly announced: string = $derived.by(() => {
    const { current, shown } = this.explorer;
    if (current === undefined) return '';
    if (this.several.length > 0) return severalWords(this.several);
    if (this.selected === undefined) return shown?.comparison === undefined ? '' : shown.comparison.words;
    const words = boxWords(current.model, this.selected, current.conflicts);
    const change = shown?.comparison?.union.changes.get(this.path ?? '');
    return change === undefined ? words : `${words}, ${changeWords(change)}`;
  });
  /** The picture is still to be moved to what was chosen elsewhere. */
  #following = false;

  constructor(explorer: Explorer) {
    this.explorer = explorer;
    this.moves = new Moves(explorer);
  }

  /** Nodes on the path to a selected module that has no box, as most have none in the direct picture: those of them that have one stand out. */
  #leadingTo(): readonly number[] {
    const { shown } = this.explorer;
    if (shown === undefined || this.drawn !== undefined || this.node === undefined) return [];
    return this.#pathTo(shown, this.node);
  }

  #pathTo({ view, comparison }: Shown, node: number): readonly number[] {
    return comparison === undefined
      ? pathTo(view.model, view.options.scope, node)
      : comparison.sides.pathTo(node, this.explorer.data);
  }

  /** The shortest path to what is selected; to the nearest of them, where a box stands for several modules. */
  #litPath(scene: Scene): LitPath {
    const { selected, explorer } = this;
    const { shown } = explorer;
    const [ids] = [this.#ids];
    if (selected === undefined || shown === undefined || ids === undefined) return noPath;
    const paths = selected.nodes.map((node) => litPath(scene, ids, this.#pathTo(shown, node)));
    const known = paths.filter(({ boxes }) => boxes.length > 0);
    return known.reduce((best, path) => (path.boxes.length < best.boxes.length ? path : best), known[0] ?? noPath);
  }

  /** The requirements of a box that have no line. */
  #hidden(scene: Scene, id: string | undefined): Emphasis['implied'] {
    const [ids, graph] = [this.#ids, this.#graph];
    return id === undefined || ids === undefined || graph === undefined ? [] : hiddenLines(scene, ids, graph, id);
  }

  /** Says what was done where that cannot be seen. */
  say(words: string): void {
    clearTimeout(this.#silence);
    this.said = words;
    this.#silence = setTimeout(() => (this.said = ''), saidTime);
  }

  /** Where the user is, with what is in view and the arrangement: for a link, at any size of its window. */
  get linked(): Place {
    const { place, room } = this.explorer;
    const spot = this.canvas?.spotInView();
    const whole = room && { width: Math.round(room.width), height: Math.round(room.height) };
    return { ...place, spot, room: place.room ?? whole };
  }

  /** Moves the picture to what was chosen in a list, once there is a picture that has it. */
  follow(): void {
    if (!this.#following || this.drawn === undefined || this.explorer.busy) return;
    this.#following = false;
    this.canvas?.reveal(this.drawn.id);
  }

  /** Goes to what a list, the search or the inspector names: a node, a box's id or a module's name. */
  goTo(what: number | string): void {
    const { current: data, shown } = this.explorer;
    if (data === undefined) return;
    const isBox = typeof what === 'string' && shown !== undefined && boxById(shown.view, what) !== undefined;
    const node = typeof what === 'number' ? what : nodeOfName(data.model, what);
    if (isBox) this.moves.select(what);
    else if (node !== undefined) this.moves.jump(node);
    this.#lead();
  }

  /** Explains a row of a list beside it, even where the inspector was closed. */
  explain(row: string): void {
    this.moves.row(row);
    this.inspector = true;
  }

  /** Goes to the box that stands for all the nodes, or to the first of them. */
  goToAll(nodes: readonly number[]): void {
    this.moves.show(nodes);
    this.#lead();
  }

  #lead(): void {
    this.#following = true;
    // Once the page knows of the selection; a picture that is still to be made follows when it is painted.
    requestAnimationFrame(() => {
      this.follow();
    });
  }

  /** A click on a box explains it, even where the inspector was closed. */
  click(id: string | undefined): void {
    this.moves.select(id);
    if (id !== undefined) this.inspector = true;
  }

  /** A click with Shift: a box is selected beside what is selected, or no longer. */
  add(id: string): void {
    this.moves.add(id);
    this.inspector = true;
  }

  /** Boxes that a rectangle was drawn around. */
  addAll(ids: readonly string[]): void {
    this.moves.addAll(ids);
    if (ids.length > 0) this.inspector = true;
  }

  /** One step with an arrow key; from nowhere, to the main module. `adding`: what was selected stays so. */
  walk(arrow: Arrow, adding = false): void {
    if (this.scene === undefined) return;
    if (this.drawn === undefined) {
      this.goToMain();
      return;
    }
    const next = walkFrom(this.scene, this.drawn.id, arrow);
    if (next === undefined) return;
    if (!adding) this.goTo(next);
    else {
      this.addAll([next]);
      this.#lead();
    }
  }

  goToMain(): void {
    const box = this.scene?.boxes.find(({ main }) => main) ?? this.scene?.boxes[0];
    if (box !== undefined) this.goTo(box.id);
  }

  /** Opens a group or a cycle in place, or a module to its packages where these are known, or closes it. */
  open(id: string | undefined): void {
    const { shown } = this.explorer;
    const box = shown === undefined || id === undefined ? undefined : boxById(shown.view, id)?.box;
    if (box === undefined || shown === undefined || box.kind === 'package') return;
    if (box.kind !== 'module' || this.#hasPackages(box)) this.moves.toggleOpen(box.id);
  }

  /** What stands in a frame is not opened itself: frames are one deep. */
  #hasPackages(box: Box): boolean {
    const { shown } = this.explorer;
    if (shown === undefined || !shown.view.boxes.includes(box)) return false;
    return packagesOfNode(shown.view.model, box.nodes[0] ?? -1).length > 0;
  }

  /** Whether a box is open, to its modules or its packages; undefined where it cannot be. */
  openedOf({ id }: Box): boolean | undefined {
    const { shown } = this.explorer;
    const box = shown === undefined ? undefined : boxById(shown.view, id)?.box;
    if (box === undefined || box.kind === 'package' || (box.kind === 'module' && !this.#hasPackages(box)))
      return undefined;
    return box.inside !== undefined;
  }

  /** Opens the menu of the box of this id, which is selected then; of all that are selected, where it is one of them. */
  menuOfBox(id: string, x: number, y: number): void {
    if (!this.several.some((box) => box.id === id)) this.click(id);
    if (this.chosen.length > 0) this.menu = { x, y, boxes: this.chosen };
  }

  /** Opens the menu of what a row is about. */
  menuOfNodes(nodes: readonly number[], kind: 'cycle' | 'module' | 'rest', x: number, y: number): void {
    const { current } = this.explorer;
    const [first] = nodes;
    if (current === undefined || first === undefined) return;
    const id = kind === 'module' ? nodeName(current.model.graph, first) : `row ${first}`;
    this.menu = { x, y, boxes: [{ id, kind, nodes, steps: -1 }] };
  }

  /** Calls with the node of the selected module, where one is selected. */
  withModule(act: (node: number) => void): void {
    if (this.node !== undefined) act(this.node);
  }

  /** Asks what to try with a module; without one, with one that is named in the dialog. */
  edit(node: number | undefined): void {
    const graph = this.explorer.current?.model.graph;
    this.explorer.whatIf.adding = node === undefined ? '' : (graph?.paths[graph.pathOf[node] ?? -1] ?? '');
  }

  /** Selects a module in a tree or a table; the picture beside it follows. */
  step(node: number): void {
    this.moves.choose(node);
    this.#lead();
  }

  /** Shows a module of a tree or a table in the picture. */
  show(node: number): void {
    this.moves.tab(this.explorer.comparison === undefined ? 'graph' : 'diff');
    this.goTo(node);
  }

  /** Shows a direct requirement with what it alone brings; by itself, in all of the graph, where that is nothing. */
  showAlone(node: number): void {
    const { data } = this.explorer;
    const path = data?.model.snapshot.modules[node]?.path;
    const row = data && weightOf(data.model).rows.find((one) => one.path === path);
    if (row !== undefined && row.brings.length > 0) this.moves.alone(node);
    else this.goTo(node);
  }

  /** First one end of the ways that are to be shown alone, then the other. */
  paths(node = this.node): void {
    const { pathEnd } = this;
    if (node === undefined) return;
    if (pathEnd === undefined) this.pathEnd = node;
    else {
      this.pathEnd = undefined;
      if (pathEnd !== node) this.moves.between(pathEnd, node);
    }
  }

  /** Esc: gives up what was begun, else closes what lies over the picture, else lets go. */
  release(): void {
    if (this.pathEnd !== undefined) this.pathEnd = undefined;
    else if (this.sheet && this.inspector) this.inspector = false;
    else this.moves.release();
  }

  /** The list of what can be compared with is on show, in place of the picture. */
  readonly chooses: boolean = $derived.by(() => {
    const { place, shown, comparison } = this.explorer;
    if (tries(place)) return this.choosing;
    return compares(place) && (this.choosing || comparison === undefined || shown?.comparison !== comparison);
  });

  /** Asks what to compare with. */
  choose(): void {
    this.choosing = true;
  }

  compare(revision: string): void {
    this.#chosen();
    this.moves.compare(revision);
  }

  compareFile(file: File): void {
    this.#chosen();
    this.moves.compareFile(file);
  }

  #chosen(): void {
    this.choosing = false;
    this.side = 'both';
    this.inspector = true;
    this.arriving = true;
  }

  /** Back to the comparison on show; where there is none, to the graph. */
  leaveChoice(): void {
    if (this.explorer.shown?.comparison === undefined) this.moves.uncompare();
    this.choosing = false;
  }

  /** Back to all that changed; the keyboard goes on there. */
  whole(): void {
    this.arriving = true;
    this.moves.select(undefined);
  }

  /** Goes to the module of a path, in the build list of what is on show. */
  goToPath(path: string): void {
    const [node] = this.#nodesOf([path]);
    if (node !== undefined) this.goTo(node);
  }

  /** Lets the modules of these paths stand out, until others are pointed at; none lets go. */
  point(paths: readonly string[]): void {
    this.#pointed = paths;
  }

  #nodesOf(paths: readonly string[]): number[] {
    const { current } = this.explorer;
    return current === undefined ? [] : selectedNodes(current.model, paths);
  }

  /** Loads again. */
  retry(): void {
    if (this.explorer.live) this.explorer.refresh();
  }
}
