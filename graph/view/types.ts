/** A view: what is on show, and the receipt that says how it came from the whole. */
import type { Model } from '../model/model.ts';
import type { Question } from '../query/question-types.ts';

export type Scope = 'selected' | 'all';
/** package: modules are opened to their packages as far as the budget goes, nearest to a main module first. */
export type Collapse = 'auto' | 'none' | 'owner' | 'host' | 'package';

/** Page and command line have the same defaults: see defaults.ts. */
export interface ViewOptions {
  readonly scope: Scope;
  /** A query of graph/query; '' is everything. */
  readonly query: string;
  /** Draw the members of a cycle as one box, where none of them is a main module, direct or asked for (false: each, and every requirement among them). */
  readonly closeCycles: boolean;
  /** Hide implied requirements. */
  readonly reduce: boolean;
  /** Fold leaves that one box alone requires, when more than 60 boxes are on show. */
  readonly foldLeaves: boolean;
  readonly collapse: Collapse;
  /** Budget of boxes before grouping; 0: none. */
  readonly limit: number;
  /** Ids of boxes (cycles, owners, leaves, modules whose packages are known) opened in place. */
  readonly open: readonly string[];
}

/**
 * owners: the owners of one module that share a box · rest: direct requirements of one main module beyond the budget of a direct picture ·
 * cause: in a large difference, what follows from the changed lines of one module path.
 */
export type BoxKind = 'module' | 'cycle' | 'leaves' | 'owner' | 'owners' | 'host' | 'package' | 'rest' | 'cause';

/** The changes that follow from lines about `path` ('' for lines of several paths, and for what no line was found for): nodes, its own first. */
export interface CauseGroup {
  readonly path: string;
  readonly nodes: readonly number[];
}

/** A drawn node. */
export interface Box {
  /** Stable across views: `path@version` or path · `cycle:FIRST-MEMBER` · `leaves:REQUIRER-ID` · `owner:OWNER` · `owners:STEPS` · `host:HOST` · `package:IMPORT-PATH` · `rest:MAIN` · `cause:PATH`. */
  readonly id: string;
  readonly kind: BoxKind;
  /** Nodes of the model's graph it stands for, ascending; the module that a package is in. */
  readonly nodes: readonly number[];
  /** Fewest steps from a main module among the view's scope; -1: not reachable. */
  readonly steps: number;
  /** In a question: fewest steps from what was asked about; -1 where a filter left none. */
  readonly asked?: number;
  /** In the direct picture: nodes that it alone brings, ascending (alone.ts). */
  readonly brings?: readonly number[];
  /** In the direct picture: how many modules it leads to that others lead to as well. */
  readonly shares?: number;
  /** Of a cause: the path that its lines are about, '' for several. */
  readonly cause?: string;
  /** Import path of a package. */
  readonly package?: string;
  /** Set when a cycle or group is opened in place: it is drawn as a frame with these boxes and lines in it. */
  readonly inside?: Inside;
}

export interface Inside {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

/** A drawn line: all requirements between two boxes. `from` and `to` are places in the list of boxes beside it. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** How many requirements it stands for; one for an import, which is none. */
  readonly requirements: number;
  /** superseded: the requirer is a superseded version; closes-cycle: it runs against the order inside an opened cycle; import: of a package by another of its module. */
  readonly kind: 'requirement' | 'superseded' | 'closes-cycle' | 'import';
}

/** Counts without go and toolchain nodes. all = drawn + implied + inside + undrawn + listed + aside, always. */
export interface Receipt {
  readonly versions: number;
  /** Versions in the scope (the build list, or all). */
  readonly scoped: number;
  readonly matched: number;
  /** Boxes drawn, those inside opened frames counted, the frames not; packages are boxes, too. */
  readonly boxes: number;
  readonly requirements: {
    /** Among what matched. */
    readonly all: number;
    readonly drawn: number;
    readonly implied: number;
    /** Inside closed cycles, groups and folded leaves. */
    readonly inside: number;
    /** Between groups, left out because a grouped view would have had more than 400 lines; of a direct picture, those of modules without a box. */
    readonly undrawn: number;
    /** In a question, and only there: lines of a main module's go.mod that list what others require, and are no step. */
    readonly listed?: number;
    /** In a question, and only there: beside its fewest steps. */
    readonly aside?: number;
  };
  /** How boxes were grouped in the end. */
  readonly grouped: 'none' | 'owner' | 'host' | 'direct' | 'cause';
}

export interface View {
  readonly model: Model;
  readonly options: ViewOptions;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly receipt: Receipt;
  /** The nodes that matched, ascending: lists, trees and counts show these. */
  readonly matched: readonly number[];
  /** What the query asks about; absent for an overview. */
  readonly question?: Question;
  /** Why nothing, or too much, is on show; the exact text of an error in the query among them. */
  readonly notes: readonly string[];
}
