/** JSON made from good JSON by changing values somewhere inside: it stays JSON, but not what was expected. */
import fc from 'fast-check';

const values: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown[]>(
      null,
      true,
      false,
      0,
      -1,
      1e300,
      '',
      'x',
      '__proto__',
      [],
      {},
      [null],
      { Path: 'x' },
      'v1.0.0',
      'm@v1.0.0',
      'a@b@c',
    ),
  },
  fc.jsonValue({ maxDepth: 2 }),
);

interface Change {
  /** Which member to step into at each level; the walk ends early at a value without members. */
  readonly way: readonly number[];
  readonly what: 'replace' | 'remove' | 'repeat' | 'rename';
  readonly value: unknown;
}

const changes: fc.Arbitrary<Change> = fc.record({
  way: fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }),
  what: fc.constantFrom('replace', 'replace', 'remove', 'repeat', 'rename'),
  value: values,
});

/** One of `good`, which must be objects or lists, changed up to four times. */
export function changedJson(good: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.tuple(fc.constantFrom(...good), fc.array(changes, { maxLength: 4 })).map(([start, list]) => {
    const copy: unknown = structuredClone(start);
    for (const change of list) apply(copy, change);
    return copy;
  });
}

function isObject(value: unknown): value is Record<string, unknown> | unknown[] {
  return typeof value === 'object' && value !== null;
}

function apply(root: unknown, { way, what, value }: Change): void {
  let holder = root;
  for (const [depth, number] of way.entries()) {
    if (!isObject(holder)) return;
    const keys = Object.keys(holder);
    const key = keys[number % Math.max(1, keys.length)];
    if (key === undefined) return;
    const inner: unknown = Reflect.get(holder, key);
    if (depth === way.length - 1 || !isObject(inner)) {
      // A copy: a value that is used twice must not become part of itself.
      changeAt(holder, key, what, structuredClone(value));
      return;
    }
    holder = inner;
  }
}

function changeAt(
  holder: Record<string, unknown> | unknown[],
  key: string,
  what: Change['what'],
  value: unknown,
): void {
  if (what === 'replace') define(holder, key, value);
  else if (Array.isArray(holder)) {
    if (what === 'remove') holder.splice(Number(key), 1);
    else holder.push(holder[Number(key)]);
  } else if (what === 'remove') Reflect.deleteProperty(holder, key);
  else define(holder, typeof value === 'string' ? value : `${key}2`, holder[key]);
}

/** Also where the key is `__proto__`, which an assignment would take for something else. */
function define(holder: object, key: string, value: unknown): void {
  Reflect.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}
