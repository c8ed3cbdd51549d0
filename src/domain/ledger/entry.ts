import * as z from 'zod';

/** Version of the format of everything the ledger holds. */
export const LEDGER_SCHEMA = 1;

/** How many healthy versions an entry remembers. */
export const HEALTHY_KEPT = 10;

/** The name of a Git object. */
export const oid = z.string().regex(/^[0-9a-f]{40}$/, 'expected the 40 hex digits of a Git object');

/** What moved a tag. `deploy` is a move somebody else made and Tagship saw. */
export const MOVES = ['deploy', 'promote', 'rollback', 'restore', 'seed', 'remove'] as const;

export type MoveKind = (typeof MOVES)[number];

/** What running work can do when a version is rolled back under it. */
export const IN_FLIGHT = ['complete', 'switch', 'cancel'] as const;

export type InFlight = (typeof IN_FLIGHT)[number];

/** The moves that Tagship makes itself, tag and entry in one push. */
export const OWN_MOVES: readonly MoveKind[] = ['promote', 'rollback', 'restore'];

/** What the ledger knows of a component in an environment. Loose, so that a later version may add to it. */
export const entrySchema = z
  .looseObject({
    schema: z.literal(LEDGER_SCHEMA),
    seq: z.int().positive().meta({ description: 'Number of the ledger commit that made the move.' }),
    move: z.enum(MOVES),
    version: z.string().nullable().meta({ description: 'Null after the tag was removed.' }),
    commit: oid.nullable().meta({ description: 'The commit the version stands for.' }),
    tag: oid
      .nullable()
      .meta({ description: 'The object the environment tag points at; of a lightweight tag, the commit.' }),
    blob: oid.nullable().meta({ description: 'The content; null where a seed could not tell it.' }),
    path: z.string().nullable().meta({ description: 'The file of the content at that commit.' }),
    status: z.enum(['pending', 'deployed', 'healthy', 'held']).meta({
      description:
        '`pending` until KV acknowledged, then `deployed`; `healthy` after its gate; `held` where KV holds this version although the tag could not be moved.',
    }),
    previous: z.string().nullable().meta({ description: 'The version before; never the version itself.' }),
    healthy: z.array(z.string()).meta({ description: 'The last ten healthy versions, the newest first.' }),
    quarantined: z.array(z.string()).meta({ description: 'Versions Tagship does not choose here.' }),
    at: z.iso
      .datetime()
      .nullable()
      .meta({ description: "When, by the Git server's clock; null where a seed could not tell." }),
    actor: z.string().nullable(),
    run: z.string().nullable().meta({ description: 'The workflow run, as an address.' }),
    reason: z.string().nullable(),
    left: z.record(oid, z.string()).optional().meta({
      description:
        'Tag objects that a rollback left, with the version each stood for. They do not come back by accident.',
    }),
    'in-flight': z
      .enum(IN_FLIGHT)
      .optional()
      .meta({ description: 'What work that runs on the version before is to do, after a rollback.' }),
    track: z.looseObject({ range: z.string(), newest: z.string().nullable() }).optional().meta({
      description:
        'What the track of the environment was when a rollback or a restore put this there, or of the live environment when the share of this canary was lowered: it stays until that is another.',
    }),
    restored: z
      .looseObject({ from: z.string(), at: z.iso.datetime() })
      .optional()
      .meta({ description: 'Of a restore: which environment, as it was when, was brought back.' }),
    override: z
      .array(z.string())
      .optional()
      .meta({ description: 'Checks that were passed over, with the reason above.' }),
    of: z.string().optional().meta({ description: 'Of a canary: the environment whose users get it in part.' }),
    share: z.number().min(0).max(100).optional().meta({ description: 'How many percent of these users get it.' }),
    step: z.int().nonnegative().optional().meta({ description: 'Which of the steps that is, from 1; 0 at its end.' }),
    since: z.iso.datetime().optional().meta({ description: 'Since when the share is so.' }),
    live: oid.optional().meta({
      description: "The object of that environment's tag. The share ends when the tag becomes another object.",
    }),
  })
  .meta({ title: 'Entry of the Tagship ledger', description: '`{environment}/{prefix}/{type}/{name}.json`' });

export type Entry = z.output<typeof entrySchema>;

/** What a restore brings back: an environment as it was at a time, ISO 8601. */
export interface Restored {
  readonly from: string;
  readonly at: string;
}

const versionSchema = z.looseObject({
  tag: oid.meta({ description: 'The object the version tag pointed at.' }),
  commit: oid,
  blob: oid.nullable(),
  path: z.string().nullable(),
  ran: z.array(z.string()).meta({ description: 'Environments it was deployed to.' }),
  healthy: z.array(z.string()).meta({ description: 'Environments in which a gate found it healthy.' }),
});

/** What the ledger knows of one version of a component. */
export type KnownVersion = z.output<typeof versionSchema>;

/** All versions of a component that the ledger knows, those whose tag was deleted included. */
export const versionsSchema = z
  .looseObject({ schema: z.literal(LEDGER_SCHEMA), versions: z.record(z.string(), versionSchema) })
  .meta({ title: 'Versions in the Tagship ledger', description: '`versions/{prefix}/{type}/{name}.json`' });

export type KnownVersions = Readonly<Record<string, KnownVersion>>;

/** Reads an entry; a text says why it is none. */
export function parseEntry(json: string): Entry | { readonly problem: string } {
  return parseDocument(json, entrySchema);
}

/** Reads the versions of a component; a text says why they cannot be read. */
export function parseVersions(json: string): KnownVersions | { readonly problem: string } {
  const parsed = parseDocument(json, versionsSchema);
  return 'problem' in parsed && typeof parsed.problem === 'string' ? { problem: parsed.problem } : asVersions(parsed);
}

function asVersions(parsed: unknown): KnownVersions {
  // A name that nobody gave a version is to find nothing, not what every object has.
  return Object.assign(Object.create(null), (parsed as z.output<typeof versionsSchema>).versions);
}

function parseDocument<T>(json: string, schema: z.ZodType<T>): T | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'not JSON' };
  }
  if (typeof value === 'object' && value !== null && 'schema' in value && Number(value.schema) > LEDGER_SCHEMA) {
    return { problem: `it was written by a newer version of Tagship (schema ${Number(value.schema)})` };
  }
  const checked = schema.safeParse(value);
  if (checked.success) {
    return checked.data;
  }
  const [issue] = checked.error.issues;
  return { problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unknown problem'}` };
}

/** The text of an entry, one field a line so that `git diff` reads well. */
export function entryText(entry: Entry): string {
  return `${JSON.stringify(entry, undefined, 2)}\n`;
}

/** The text of the versions of a component. */
export function versionsText(versions: KnownVersions): string {
  return `${JSON.stringify({ schema: LEDGER_SCHEMA, versions }, undefined, 2)}\n`;
}

/** How far a date may be ahead of the server's clock, in seconds. */
export const AHEAD_SECONDS = 5 * 60;

/**
 * Why an entry cannot be what a run wrote; undefined where it can. Nobody builds on one that cannot.
 * @param number of the ledger commit it was read from
 * @param now by the Git server's clock, in seconds since the epoch
 */
export function implausible({ seq, at }: Entry, number: number, now: number): string | undefined {
  if (seq > number) {
    return `it says that number ${seq} made it, and the ledger has only ${number}`;
  }
  return at !== null && Date.parse(at) / 1000 > now + AHEAD_SECONDS
    ? `it is dated ${at}, which is still to come`
    : undefined;
}

/** No ledger comes so far; one that counts on from there could soon not be counted any more. */
const MAX_NUMBER = 2 ** 50;

/**
 * The number of a ledger commit: what it says, unless that does not follow from the commits before it. One that says a
 * wrong number is passed over, so that those after it are counted on as if it had said the right one.
 * @param numbers what the commits say, from this one backwards; at least two of them where there are two
 */
export function countedNumber(numbers: readonly number[]): number {
  const follows = (at: number): boolean => {
    const [one = 0, before = 0] = numbers.slice(at);
    return one === before + 1 && one < MAX_NUMBER;
  };
  const said = numbers[0] ?? 0;
  if (numbers.length < 2 || follows(0)) {
    return said;
  }
  // A number that the one before it confirms, or the last that is known.
  const sure = numbers.findIndex((_, at) => at > 0 && (at === numbers.length - 1 || follows(at)));
  return (numbers[sure] ?? 0) + sure;
}
