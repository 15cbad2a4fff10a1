import * as fc from 'fast-check';

/** What makes of a right value a wrong one. */

/** What programs stumble over, as far as JSON can say it. */
const HOSTILE_JSON: readonly unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  0.1,
  1e13,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  -(2 ** 63),
  1e308,
  '',
  ' ',
  'null',
  '0',
  '__proto__',
  'constructor',
  '\0',
  '\u202e\uFEFF',
  '\uD800',
  '😀'.repeat(50),
  'a'.repeat(10_000),
  "'; DROP TABLE sessions; --",
  '../../../etc/passwd',
  '..\\..\\windows\\system32',
  '\\\\server\\share',
  'file:///etc/passwd',
  'http://127.0.0.1:1/',
  '=cmd|"/c calc"!A1',
  '<img src=x onerror=alert(1)>',
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB',
  '01890a5d-ac96-774b-bcce-b302099a8057',
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
  Array(1000).fill(0),
  { toString: 'x', valueOf: 1, toJSON: 2, length: -1 },
  { constructor: { prototype: { admin: true } } },
  Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`k${i}`, i])),
];

/** What structured cloning carries besides: Electron's IPC does. */
export function hostileClones(): unknown[] {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  return [
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    10n ** 30n,
    new Date(Number.NaN),
    new Date(0),
    /(a+)+$/,
    new Map([['id', 1]]),
    new Set([1]),
    new ArrayBuffer(64),
    new Uint8Array(64),
    new Float64Array(4),
    new Error('an error'),
    Object(1),
    // biome-ignore lint/suspicious/noSparseArray: holes are what is tried here
    [, 1],
    circle,
    new Blob(['a picture']),
    ...HOSTILE_JSON,
  ];
}

const KINDS = ['replace', 'remove', 'add', 'rename', 'twice', 'wrap'] as const;

interface Mutation {
  readonly kind: (typeof KINDS)[number];
  /** Which of the places in the value is meant, counted round. */
  readonly at: number;
  readonly by: unknown;
}

/** One to three changes of a value; a value that is a right one again is possible. */
export function mutated(
  values: fc.Arbitrary<unknown>,
  hostile: readonly unknown[] = HOSTILE_JSON,
): fc.Arbitrary<unknown> {
  const by = fc.oneof(fc.constantFrom(...hostile), fc.jsonValue({ maxDepth: 3 }));
  const mutation = fc.record({ kind: fc.constantFrom(...KINDS), at: fc.nat(200), by });
  return fc
    .tuple(values, fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([value, mutations]) => mutations.reduce(mutate, value));
}

/** Where in a value something lies: the keys on the way to it. */
type Path = readonly (string | number)[];

function mutate(value: unknown, { kind, at, by }: Mutation): unknown {
  const paths = placesIn(value);
  const path = paths[at % paths.length] ?? [];
  if (kind === 'wrap') return changed(value, path, (part) => [part]);
  if (path.length === 0 || kind === 'replace') return changed(value, path, () => by);
  const parent = path.slice(0, -1);
  const key = path.at(-1) as string | number;
  return changed(value, parent, (part) => {
    if (Array.isArray(part)) return kind === 'remove' ? part.filter((_, i) => i !== key) : [...part, part[Number(key)]];
    const { [key]: here, ...others } = part as Record<string, unknown>;
    if (kind === 'remove') return others;
    return kind === 'rename' ? { ...others, [`${key} `]: here } : { ...(part as object), [`${key}2`]: by };
  });
}

/** Some values have no end. */
const DEEPEST = 6;

function placesIn(value: unknown, path: Path = []): Path[] {
  if ((!isPlain(value) && !Array.isArray(value)) || path.length > DEEPEST) return [path];
  const below = Object.keys(value).slice(0, 50);
  return [
    path,
    ...below.flatMap((key) => placesIn(value[key as never], [...path, Array.isArray(value) ? Number(key) : key])),
  ];
}

function changed(value: unknown, [key, ...rest]: Path, change: (part: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((part, i) => (i === key ? changed(part, rest, change) : part));
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: changed(fields[key], rest, change) };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Changes of a text that no value could say: cut off, a key twice, a number that is none. */
export function brokenTexts(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const cuts: ((text: string, at: number) => string)[] = [
    (text, at) => text.slice(0, at),
    (text, at) => text.slice(0, at) + text.slice(at + 1),
    (text, at) => `${text.slice(0, at)}\0${text.slice(at)}`,
    (text, at) => `${text.slice(0, at)}${'['.repeat(5000)}${text.slice(at)}`,
    (text) => text.replace('{', '{"__proto__":{"name":"app.info"},'),
    (text) => text.replace('"name"', '"name":"app.info","name"'),
    (text) => text.replace(/\d+/, '1e999'),
    (text) => text.replace(/\d+/, '-0'),
    (text) => text.replace(/\d+/, '0x10'),
    (text) => text.replace(/"[^"]*"/, '"\\ud800"'),
    (text) => `\uFEFF${text}`,
    (text) => text + text,
  ];
  return fc
    .tuple(texts, fc.constantFrom(...cuts), fc.nat(10_000))
    .map(([text, cut, at]) => cut(text, at % (text.length + 1)));
}
