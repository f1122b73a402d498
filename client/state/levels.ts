/** Levels of detail, by what Go means by them (the look, Words: host, owner, module, version, package). */
import type { ViewOptions } from '../../graph/view/types.ts';

export type Level = 'host' | 'owner' | 'module' | 'version' | 'package';

export const levels: Readonly<Record<Level, Partial<ViewOptions>>> = {
  host: { scope: 'selected', collapse: 'host', open: [] },
  owner: { scope: 'selected', collapse: 'owner', open: [] },
  module: { scope: 'selected', collapse: 'none', open: [] },
  version: { scope: 'all', collapse: 'none', open: [] },
  package: { scope: 'selected', collapse: 'package', open: [] },
};
