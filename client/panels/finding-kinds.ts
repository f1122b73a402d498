/** What each finding code is called in the page, and its mark: one table. */
import type { Glyph } from '../../drawing/scene/types.ts';
import type { FindingCode } from '../../graph/findings/types.ts';
import type { Tone } from './parts/marks.ts';

export interface FindingKind {
  /** After `1`, and after any other number. */
  readonly one: string;
  readonly many: string;
  readonly mark: Glyph;
  readonly tone?: Tone;
  /** Says what is common to all, where names would say less. */
  readonly note?: string;
  readonly query?: string;
}

export const findingKinds: Readonly<Record<FindingCode, FindingKind>> = {
  'load-error': { one: 'module could not be loaded', many: 'modules could not be loaded', mark: 'error' },
  'selection-differs': {
    one: 'version differs from go list -m',
    many: 'versions differ from go list -m',
    mark: 'error',
  },
  'declared-below-selected': {
    one: 'requirement below the build list',
    many: 'requirements below the build list',
    mark: 'high',
  },
  'excluded-require': {
    one: 'module asked for at an excluded version',
    many: 'modules asked for at excluded versions',
    mark: 'excluded',
    query: 'is:excluded',
  },
  replaced: { one: 'module replaced', many: 'modules replaced', mark: 'replaced', query: 'is:replaced' },
  'replace-unused': { one: 'replace without effect', many: 'replaces without effect', mark: 'replaced', tone: 'info' },
  'major-coexistence': { one: 'module in two majors', many: 'modules in two majors', mark: 'two-majors' },
  'incompatible-selected': {
    one: 'version is +incompatible',
    many: 'versions are +incompatible',
    mark: 'low',
    query: 'is:incompatible',
  },
  superseded: { one: 'module at more than one version', many: 'modules at more than one version', mark: 'low' },
  'kept-by-superseded': {
    one: 'kept by superseded versions',
    many: 'kept by superseded versions',
    mark: 'kept',
    note: 'no selected version requires them',
  },
  cycle: { one: 'cycle', many: 'cycles', mark: 'cycle', query: 'is:cycle' },
};

/** How many kinds of findings are looked for. */
export const checkCount = Object.keys(findingKinds).length;
