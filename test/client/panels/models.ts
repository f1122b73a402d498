/** A small project for panel tests: a cycle of paths, a v0 jump, a replaced module, and paths that strangers chose. */
import { findConflicts, findCycles, findFindings } from '../../../graph/findings/index.ts';
import type { Model } from '../../../graph/model/model.ts';
import { defaultView } from '../../../graph/view/defaults.ts';
import type { Box, View, ViewOptions } from '../../../graph/view/types.ts';
import { makeView } from '../../../graph/view/view.ts';
import { modelOf } from '../../graph/lines.ts';

/** A path that would run when it were taken for markup. */
export const hostilePath = 'evil.example/<img/src=x/onerror=alert(1)>';

export const small: Model = modelOf(
  `example.com/app example.com/a@v1.2.0
   example.com/app example.com/b@v1.0.0
   example.com/app example.com/net@v0.3.0
   example.com/a@v1.2.0 example.com/b@v1.0.0
   example.com/a@v1.2.0 example.com/net@v0.2.0
   example.com/a@v1.2.0 ${hostilePath}@v1.0.0
   example.com/b@v1.0.0 example.com/a@v1.1.0
   example.com/b@v1.0.0 example.com/net@v0.3.0
   example.com/a@v1.1.0 example.com/net@v0.1.0
   example.com/app go@1.22`,
  {
    mains: [
      {
        path: 'example.com/app',
        dir: '.',
        go: '1.22',
        require: [
          { path: 'example.com/a', version: 'v1.2.0' },
          { path: 'example.com/b', version: 'v1.0.0' },
          { path: 'example.com/net', version: 'v0.3.0', indirect: true },
        ],
        replace: [{ old: { path: 'example.com/b' }, new: { path: '../b' } }],
        exclude: [],
        retract: [],
        tool: [],
        ignore: [],
      },
    ],
    listed: [
      { path: 'example.com/app', main: true },
      { path: 'example.com/a', version: 'v1.2.0', goVersion: '1.20' },
      { path: 'example.com/b', version: 'v1.0.0', replace: { path: '../b' } },
      { path: 'example.com/net', version: 'v0.3.0', indirect: true },
    ],
  },
);

export const known = {
  conflicts: findConflicts(small),
  cycles: findCycles(small),
  findings: findFindings(small),
};

/** The node of `path@version` or of a main module's path. */
export function nodeOf(model: Model, name: string): number {
  return model.snapshot.modules.findIndex(
    (module) => (module.version === undefined ? module.path : `${module.path}@${module.version}`) === name,
  );
}

export function viewOf(model: Model, patch: Partial<ViewOptions> = {}): View {
  return makeView(model, { ...defaultView, ...patch });
}

/** The box on show whose id begins so. */
export function boxOf(view: View, start: string): Box {
  const box = view.boxes.find(({ id }) => id.startsWith(start));
  if (box === undefined) throw new Error(`no box ${start} among ${view.boxes.map(({ id }) => id).join(', ')}`);
  return box;
}

/** A box as one closed over a cycle of these modules; in `small` itself both are required directly, and so have boxes of their own. */
export function cycleOf(model: Model, ...names: readonly string[]): Box {
  const nodes = names.map((name) => nodeOf(model, name)).sort((a, b) => a - b);
  return { id: `cycle:${names[0] ?? ''}`, kind: 'cycle', nodes, steps: 1 };
}
