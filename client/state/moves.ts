/** What a user can do: each is a step from one place to another. */
import type { Direction } from '../../drawing/layout/types.ts';
import { nodeName } from '../../graph/model/module-graph.ts';
import { termsOf, withoutTerm, withTerm } from '../../graph/search/terms.ts';
import { defaultView } from '../../graph/view/defaults.ts';
import { pathTo } from '../../graph/view/step-graph.ts';
import type { Box, ViewOptions } from '../../graph/view/types.ts';
import type { FindingGroup } from '../panels/finding-groups.ts';
import type { ReceiptStep } from '../panels/receipt-parts.ts';
import type { Explorer } from './explorer.svelte.ts';
import { boxOfNode } from './find-box.ts';
import { editsKey, withEdit } from '../what-if/edit-text.ts';
import type { WordedEdit } from '../../graph/what-if/stages.ts';
import { compares, keepsComparison, tries, type Tab } from './place.ts';
import {
  aloneTerm,
  betweenTerm,
  boxTerms,
  cycleTerm,
  excludeTerm,
  focusTerm,
  nearSteps,
  nearTerm,
  nodeTerm,
  onlyTerm,
  requirersTerm,
  whyTerm,
} from './terms.ts';

/** Away from a comparison: a query and a selection of one graph mean little in the other. */
const uncompared = {
  compare: undefined,
  withFile: false,
  unchanged: false,
  edits: [],
  selected: undefined,
  options: defaultView,
} as const;

/** Shows every module for itself. */
const nothingClosed = { closeCycles: false, foldLeaves: false, collapse: 'none', limit: 0 } as const;

export class Moves {
  readonly #explorer: Explorer;

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
  }

  /** The tab that shows the view: as a picture, as a tree or as a table. */
  get #picture(): Tab {
    const { tab } = this.#explorer.place;
    if (tab === 'tree' || tab === 'table') return tab;
    return this.#explorer.shown?.comparison !== undefined && tab === 'diff' ? 'diff' : 'graph';
  }

  get #options(): ViewOptions {
    return this.#explorer.place.options;
  }

  /** Selects a box by its id, or lets go. */
  select(id: string | undefined): void {
    const { selected, also } = this.#explorer.place;
    if (id !== selected || also.length > 0) this.#explorer.go({ selected: id }, 'push');
  }

  /** Selects a box beside what is selected; one that is selected, no longer. */
  add(id: string): void {
    const { selected, also } = this.#explorer.place;
    const before = selected === undefined ? [] : [selected, ...also];
    this.#choose(before.includes(id) ? before.filter((each) => each !== id) : [id, ...before]);
  }

  /** Selects these boxes beside what is selected. */
  addAll(ids: readonly string[]): void {
    const { selected, also } = this.#explorer.place;
    if (ids.length > 0) this.#choose([...new Set([...ids, ...(selected === undefined ? [] : [selected, ...also])])]);
  }

  #choose([selected, ...also]: readonly string[]): void {
    this.#explorer.go({ selected, also }, 'push');
  }

  /** Selects a module in a tree or a table that is walked: a step is not gone back from. */
  choose(node: number): void {
    const { current: data, place } = this.#explorer;
    const selected = data === undefined ? undefined : nodeName(data.model.graph, node);
    if (selected !== undefined && (selected !== place.selected || place.also.length > 0))
      this.#explorer.go({ selected }, 'replace');
  }

  /** Explains a row of a list; the list stays. */
  row(row: string | undefined): void {
    const { place } = this.#explorer;
    if (row !== place.row || place.selected !== undefined) this.#explorer.go({ row, selected: undefined }, 'replace');
  }

  /** Lets go of what is selected; after that, of the findings that were picked. */
  release(): void {
    const { place, current: data } = this.#explorer;
    const picked = data?.groups.find(({ id }) => id === place.finding);
    if (place.selected !== undefined) this.select(undefined);
    else if (place.row !== undefined) this.row(undefined);
    else if (picked !== undefined) this.pick(picked);
    else if (place.tab === 'diff') this.tab('graph');
  }

  /**
   * Another tab. A comparison stays on in the tree and the table; a list and the graph leave it, and coming back it is there
   * again. Of a list, `row` is explained.
   */
  tab(tab: Tab, row?: string): void {
    const { place, compare, comparison } = this.#explorer;
    if (tab === place.tab && (row === undefined || row === place.row)) return;
    if (comparison !== undefined && keepsComparison(tab)) {
      this.#explorer.go({ tab, row, withFile: comparison.kind === 'file' && tab !== 'diff' }, 'push');
      return;
    }
    // Edits that are tried stay at hand.
    const leaving = compares(place) ? { ...uncompared, edits: place.edits } : {};
    const { done } = compare;
    const entering =
      tab === 'diff'
        ? {
            options: defaultView,
            selected: undefined,
            compare: done?.kind === 'revision' && !tries(place) ? done.name : undefined,
          }
        : {};
    const explained = row === undefined ? {} : { selected: undefined };
    this.#explorer.go({ tab, row, ...leaving, ...entering, ...explained }, 'push');
  }

  /** Leaves what is compared; a tree and a table stay, of the graph. */
  uncompare(): void {
    const { tab } = this.#explorer.place;
    this.#explorer.go({ ...uncompared, tab: tab === 'diff' ? 'graph' : tab }, 'push');
  }

  /** Tries an edit beside those that are tried. */
  edit(edit: WordedEdit): void {
    this.#step(withEdit(this.#explorer.place.edits, edit));
  }

  /** Tries the edits without one of them. */
  withoutEdit(place: number): void {
    this.#step(this.#explorer.place.edits.filter((_, n) => n !== place));
  }

  /** Back to the edits before the last step. */
  undoEdit(): void {
    const { whatIf, place } = this.#explorer;
    const now = editsKey(place.edits);
    // The browser's own way back may have been gone; of a link's edits the last one goes.
    const at = whatIf.past.findLastIndex((edits) => editsKey(edits) !== now);
    const before = whatIf.past[at] ?? place.edits.slice(0, -1);
    whatIf.past = whatIf.past.slice(0, Math.max(at, 0));
    whatIf.undone = [...whatIf.undone, place.edits];
    this.#try(before);
  }

  /** Forward again to what was undone. */
  redoEdit(): void {
    const { whatIf, place } = this.#explorer;
    const last = whatIf.undone.at(-1);
    if (last === undefined) return;
    whatIf.undone = whatIf.undone.slice(0, -1);
    whatIf.past = [...whatIf.past, place.edits];
    this.#try(last);
  }

  /** Leaves the edits, and what was undone of them. */
  clearEdits(): void {
    const { whatIf } = this.#explorer;
    whatIf.past = [];
    whatIf.undone = [];
    this.uncompare();
  }

  #step(edits: readonly WordedEdit[]): void {
    const { whatIf, place } = this.#explorer;
    whatIf.past = [...whatIf.past, place.edits];
    whatIf.undone = [];
    this.#try(edits);
  }

  #try(edits: readonly WordedEdit[]): void {
    const { tab, edits: before } = this.#explorer.place;
    if (edits.length === 0) {
      this.uncompare();
      return;
    }
    // A tree and a table stay, and so does where one looks at a comparison of edits.
    const view = before.length > 0 && keepsComparison(tab) ? {} : { options: defaultView, selected: undefined };
    const to = tab === 'tree' || tab === 'table' ? tab : 'diff';
    this.#explorer.go({ compare: undefined, withFile: false, edits, ...view, tab: to }, 'push');
  }

  /** Compares with a revision. */
  compare(revision: string): void {
    const patch = {
      tab: 'diff',
      compare: revision,
      withFile: false,
      options: defaultView,
      selected: undefined,
      unchanged: false,
      edits: [],
    } as const;
    this.#explorer.go(patch, 'push');
  }

  /** Compares with a snapshot file. */
  compareFile(file: File): void {
    const patch = {
      tab: 'diff',
      compare: undefined,
      withFile: false,
      options: defaultView,
      selected: undefined,
      unchanged: false,
      edits: [],
    } as const;
    this.#explorer.go(patch, 'push');
    this.#explorer.compareFile(file);
  }

  /** Shows the modules that stayed as they were, or hides them. */
  unchanged(unchanged: boolean): void {
    this.#explorer.go({ unchanged }, 'replace');
  }

  change(patch: Partial<ViewOptions>): void {
    // Another query is another question: what was picked before does not answer it.
    const finding = patch.query === undefined || patch.query === this.#options.query ? {} : { finding: undefined };
    this.#explorer.go({ options: { ...this.#options, ...patch }, ...finding }, 'replace');
  }

  direction(direction: Direction | 'auto'): void {
    this.#explorer.go({ direction }, 'replace');
  }

  /** A query is typed once and then looked at: it can be gone back from. */
  query(query: string): void {
    this.#explorer.go({ options: { ...this.#options, query }, finding: undefined, tab: this.#picture }, 'push');
  }

  /** Drops the last term of the query, or all of it where it offers alternatives. */
  undo(): void {
    const { query } = this.#options;
    const last = termsOf(query).at(-1);
    if (last !== undefined) this.query(withoutTerm(query, last));
  }

  /** Drops the query; everything else that filters too. */
  clear(): void {
    this.#explorer.go({ options: { ...defaultView, open: this.#options.open }, finding: undefined }, 'push');
  }

  /** Shows a node wherever it is: opens what it is closed in, drops a filter that hides it. */
  jump(node: number): void {
    const { current: data, shown } = this.#explorer;
    if (data === undefined) return;
    const selected = nodeName(data.model.graph, node);
    const holder = shown === undefined ? undefined : boxOfNode(shown.view, node);
    if (holder === undefined && shown?.comparison !== undefined) {
      this.#explorer.go({ options: { ...this.#options, query: '' }, unchanged: true, selected }, 'push');
      return;
    }
    if (holder === undefined) {
      const inBuild = data.model.graph.selected[data.model.graph.pathOf[node] ?? -1] === node;
      const scope = inBuild ? this.#options.scope : 'all';
      this.#explorer.go(
        { options: { ...this.#options, query: '', scope }, selected, tab: this.#picture, finding: undefined },
        'push',
      );
      return;
    }
    const { box, frame } = holder;
    const closed = box.kind !== 'module' && frame === undefined && !this.#options.open.includes(box.id);
    const options = closed ? { ...this.#options, open: [...this.#options.open, box.id] } : this.#options;
    this.#explorer.go(
      { options, selected: box.kind === 'module' && !closed ? box.id : selected, tab: this.#picture },
      'push',
    );
  }

  /** Shows what a list's row is about: one node is selected; several are, as the box that stands for them all. */
  show(nodes: readonly number[]): void {
    const [first] = nodes;
    if (first === undefined) return;
    const { shown } = this.#explorer;
    const whole = shown === undefined || nodes.length === 1 ? undefined : boxOfAll(shown.view.boxes, nodes);
    if (whole === undefined) this.jump(first);
    else this.#explorer.go({ selected: whole.id, tab: this.#picture }, 'push');
  }

  focus(node: number): void {
    this.#narrow(node, focusTerm);
  }

  /** Every path from a main module to a node; where none leads there, what requires it. */
  why(node: number): void {
    const { current: data } = this.#explorer;
    const { scope } = this.#options;
    const isReachable = data !== undefined && pathTo(data.model, scope, node).length > 0;
    this.#narrow(node, isReachable ? whyTerm : requirersTerm);
  }

  /** What leaves with a node alone, itself among it. */
  alone(node: number): void {
    this.#narrow(node, aloneTerm);
  }

  /** What stands so many steps around a node; each call one step wider (`by` 1) or narrower (-1), down to no filter. */
  near(node: number, by: 1 | -1): void {
    const { current: data } = this.#explorer;
    if (data === undefined) return;
    const term = nodeTerm(data.model, this.#options.scope, node);
    const steps = nearSteps(this.#options.query, term) + by;
    if (steps > 0) this.#narrow(node, (name) => nearTerm(name, steps));
    else if (steps === 0) this.query('');
  }

  /** The members of the cycle that a node is in alone, each a box, with every requirement among them. */
  cycle(node: number): void {
    this.#narrow(node, cycleTerm, { closeCycles: false, collapse: 'none' });
  }

  /** Only the ways between two nodes, whichever of them requires the other. */
  between(a: number, b: number): void {
    const { current: data } = this.#explorer;
    if (data === undefined) return;
    const other = nodeTerm(data.model, this.#options.scope, a);
    this.#narrow(b, (name) => betweenTerm(other, name));
  }

  exclude(node: number): void {
    const { current: data } = this.#explorer;
    if (data !== undefined) this.excludeAll([{ id: '', kind: 'module', nodes: [node], steps: -1 }]);
  }

  /** Only what these boxes stand for. */
  only(boxes: readonly Box[]): void {
    const { current: data } = this.#explorer;
    if (data !== undefined) this.#ask(onlyTerm(boxes.flatMap((box) => boxTerms(data.model, this.#options.scope, box))));
  }

  /** Everything but what these boxes stand for. */
  excludeAll(boxes: readonly Box[]): void {
    const { current: data } = this.#explorer;
    if (data === undefined) return;
    const terms = boxes.flatMap((box) => boxTerms(data.model, this.#options.scope, box)).map(excludeTerm);
    this.#ask(terms.reduce((query, term) => withTerm(query, term), this.#options.query));
  }

  /** Another query; nothing is selected, for what was may not be there any more. */
  #ask(query: string): void {
    this.#explorer.go(
      { options: { ...this.#options, query }, selected: undefined, finding: undefined, tab: this.#picture },
      'push',
    );
  }

  #narrow(node: number, term: (name: string) => string, more: Partial<ViewOptions> = {}): void {
    const { current: data } = this.#explorer;
    if (data === undefined) return;
    const query = term(nodeTerm(data.model, this.#options.scope, node));
    const selected = nodeName(data.model.graph, node);
    this.#explorer.go(
      { options: { ...this.#options, ...more, query }, selected, tab: this.#picture, finding: undefined },
      'push',
    );
  }

  /** Opens a cycle or a group in place, or closes it. */
  toggleOpen(id: string): void {
    const { open } = this.#options;
    const next = open.includes(id) ? open.filter((each) => each !== id) : [...open, id];
    this.#explorer.go({ options: { ...this.#options, open: next }, selected: id }, 'push');
  }

  /** A kind of finding: filters by it where a query can say it, and makes it stand out. Picked again, it is let go. */
  pick(group: FindingGroup): void {
    const { place } = this.#explorer;
    const letGo = place.finding === group.id;
    const query = letGo ? '' : (group.query ?? '');
    this.#explorer.go(
      {
        options: { ...this.#options, query },
        finding: letGo ? undefined : group.id,
        selected: undefined,
        tab: this.#picture,
      },
      'push',
    );
  }

  /** What a number of the receipt leads to: what that step of the view took away. */
  step(step: ReceiptStep): void {
    const { query } = this.#options;
    const patches: Readonly<Record<ReceiptStep, Partial<ViewOptions>>> = {
      versions: { scope: 'all', query: 'is:superseded' },
      scoped: { scope: 'selected', query: '' },
      matched: { query: query === '' ? '' : `-(${query})` },
      boxes: nothingClosed,
      implied: { reduce: false },
      inside: nothingClosed,
      undrawn: nothingClosed,
    };
    this.#explorer.go(
      { options: { ...this.#options, ...patches[step] }, finding: undefined, tab: this.#picture },
      'push',
    );
  }
}

/** The box that stands for all the nodes. */
function boxOfAll(boxes: readonly Box[], nodes: readonly number[]): Box | undefined {
  return boxes.find((box) => nodes.every((node) => box.nodes.includes(node)));
}
