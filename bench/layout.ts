/**
 * `npm run bench -- layout [TEXT] [--deadline S]`: the layered engine of our own beside native dot, elkjs and dagre, on views of the
 * recorded samples and on graphs made by chance; only those whose name holds TEXT. Prints a row for each, then whether each goal is
 * met; ends with status 1 when one is missed. The others are given up after S seconds (60).
 */
import { parseArgs } from 'node:util';
import { faultsOf } from '../drawing/layout/check.ts';
import { layeredEngineFor, type LineWay } from '../drawing/layout/layered.ts';
import type { Layout, LayoutGraph } from '../drawing/layout/types.ts';
import { runDagre } from './layout/dagre.ts';
import { dotVersion, runDot } from './layout/dot.ts';
import { runElk } from './layout/elk-alone.ts';
import { judge, type Compared } from './layout/goals.ts';
import { cases } from './layout/graphs.ts';
import { worthOf } from './layout/measure.ts';
import { Watched } from './layout/watched.ts';

/** More lines than this are laid out but not counted: their crossings are hundreds of millions. */
const mostCounted = 12_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { deadline: { type: 'string', default: '60' } },
});
const deadline = Number(values.deadline);
const dot = dotVersion();
console.log(dot === undefined ? 'dot is not installed: no goal against it is looked at.' : `dot ${dot}`);
console.log(
  '\n| graph, boxes/lines | engine | time, s | pairs that cross | in the open | strokes that cross | length, 1000 px | area, Mpx | aspect | boxes over boxes | lines over boxes |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|');

/** The quickest of some runs, which others on the machine disturbed least; CPU time, as dot's, since waiting is not work. */
async function ours(graph: LayoutGraph, way: LineWay): Promise<{ layout: Layout; seconds: number; longest: number }> {
  const engine = layeredEngineFor(way);
  let seconds = Infinity;
  let longest = Infinity;
  for (let run = 0; ; run++) {
    const started = process.cpuUsage();
    const watched = new Watched();
    const layout = await engine(graph, 'down', watched);
    watched.look();
    const { user } = process.cpuUsage(started);
    seconds = Math.min(seconds, user / 1e6);
    longest = Math.min(longest, watched.longest);
    if (run === 4 || (run > 0 && seconds > 2)) return { layout, seconds, longest };
  }
}

const compared: Compared[] = [];
for (const { name, kind, graph } of await cases(positionals[0] ?? '')) {
  const counted = graph.lines.length <= mostCounted;
  const row = (engine: string, run: { readonly layout: Layout | undefined; readonly seconds: number }) => {
    const worth = run.layout === undefined || !counted ? undefined : worthOf(run.layout, graph);
    const time = `${run.layout === undefined ? '> ' : ''}${run.seconds.toFixed(3)}`;
    const figures =
      worth === undefined
        ? Array<string>(8).fill('–')
        : [
            worth.pairs,
            worth.open,
            worth.strokes,
            worth.length,
            worth.area,
            worth.aspect,
            worth.overlaps,
            worth.through,
          ].map((one) => (Number.isInteger(one) ? String(one) : one.toFixed(one < 10 ? 2 : 0)));
    console.log(
      `| ${[`${name} ${String(graph.boxes.length)}/${String(graph.lines.length)}`, engine, time, ...figures].join(' | ')} |`,
    );
    return { ended: run.layout !== undefined, seconds: run.seconds, worth };
  };
  const trunks = await ours(graph, 'trunks');
  const separate = await ours(graph, 'separate');
  compared.push({
    name,
    kind,
    trunks: row('ours, trunks', trunks),
    separate: row('ours, separate', separate),
    unheard: Math.max(trunks.longest, separate.longest),
    faults: [...faultsOf(trunks.layout, graph), ...faultsOf(separate.layout, graph)],
    dot: dot === undefined ? undefined : row('dot', runDot(graph, deadline)),
    elkG: row('elk G', await runElk(graph, 'G', deadline)),
    elk: row('elk default', await runElk(graph, 'default', deadline)),
  });
  row('dagre', runDagre(graph, deadline));
}
const verdicts = judge(compared);
console.log('');
for (const { goal, met, found } of verdicts) console.log(`${met ? 'met   ' : 'MISSED'} ${goal}: ${found}`);
process.exitCode = verdicts.every(({ met }) => met) ? 0 : 1;
