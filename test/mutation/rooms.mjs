/** The rooms that mutation testing goes through: what is mutated, which tests must notice, and the goal in percent. */

const recorded = 'test/graph/recorded.test.ts';

/** A room of graph/: its own tests are those in the folder of the same name, and `others`. */
function graph(name, goal, ...others) {
  return { name, goal, mutate: [`graph/${name}/**/*.ts`], tests: [`test/graph/${name}/**/*.test.ts`, ...others] };
}

/** In the order they run: first those that the rest stands on. */
export const rooms = [
  graph('version', 90),
  graph('model', 90, recorded),
  graph('load', 90),
  { name: 'parsers', goal: 90, mutate: ['parsers/**/*.ts'], tests: ['test/parsers/**/*.test.ts'] },
  graph('snapshot', 90),
  graph('query', 90),
  graph('walk', 80),
  graph('findings', 80),
  graph('explain', 80),
  graph('search', 80),
  graph('view', 80),
  graph('diff', 80),
  graph('what-if', 80),
  graph('packages', 80),
];

/** The room of that name. Throws where there is none. */
export function roomNamed(name) {
  const room = rooms.find((one) => one.name === name);
  if (room === undefined)
    throw new Error(`no room is called '${name}'; there are ${rooms.map((r) => r.name).join(', ')}`);
  return room;
}
