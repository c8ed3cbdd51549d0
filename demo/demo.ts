import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox/index.ts';
import { createDemoRepository, NAMESPACES } from './repository.ts';
import { MORNING, SCENES } from './scenes.ts';
import { Screen } from './screen.ts';
import { Mismatch, Stage } from './stage.ts';

const ACTION = new URL('../dist/index.js', import.meta.url);
const USAGE = 'Usage: npm run demo [-- --verbose]';
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const BROKEN_PIPE = 141;

/** Why the demo ends before its end. */
class Stop {
  readonly exitCode: number;

  constructor(exitCode: number) {
    this.exitCode = exitCode;
  }
}

async function main(args: string[], screen: Screen): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) {
    screen.problem('The demo does not know these arguments.', USAGE);
    return 2;
  }
  if (options.help) {
    screen.say(`${USAGE}    --verbose also shows the action's own log of each run.`);
    return 0;
  }
  if (!existsSync(ACTION)) {
    screen.problem('The built action dist/index.js is missing.', 'Build it first: npm run build');
    return 1;
  }
  const signal = stopSignal();
  try {
    await show(screen, options.verbose, signal);
    return 0;
  } catch (error) {
    const stop: unknown = signal.reason;
    if (stop instanceof Stop) {
      screen.problem('Stopped; nothing is left running.', '');
      return stop.exitCode;
    }
    report(error, screen);
    return 1;
  }
}

function readOptions(args: string[]): { verbose: boolean; help: boolean } | undefined {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ args, options: { verbose: flag, help: flag } }).values;
  } catch {
    return undefined;
  }
}

/**
 * Aborts when the user stops the demo or nobody reads it any more; signals that come after that change nothing. Nobody
 * else may act on these signals: Miniflare would end the process at once, and with it the cleaning up.
 */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const [name, exitCode] of Object.entries(SIGNALS)) {
    process.on(name, () => controller.abort(new Stop(exitCode)));
  }
  process.on('newListener', (name: string, listener: () => void) => {
    if (Object.hasOwn(SIGNALS, name)) process.nextTick(() => process.off(name, listener));
  });
  process.stdout.on('error', () => controller.abort(new Stop(BROKEN_PIPE)));
  return controller.signal;
}

async function show(screen: Screen, verbose: boolean, signal: AbortSignal): Promise<void> {
  const started = performance.now();
  screen.title('Tagship: move a Git tag, and the Worker reads another version');
  const sandbox = await screen.working('Starting Git over HTTP, Workers KV and a Worker', () =>
    startSandbox({
      namespaces: Object.entries(NAMESPACES).map(([name, id]) => ({ id, title: `components-${name}` })),
    }),
  );
  try {
    signal.throwIfAborted();
    sandbox.serverClock.set(MORNING);
    const repository = await createDemoRepository(sandbox);
    const stage = new Stage({ sandbox, repository, screen, verbose, signal });
    introduce(screen);
    for (const [i, scene] of SCENES.entries()) {
      screen.step(i + 1, scene.title);
      await scene.play(stage);
    }
    conclude(screen, stage, performance.now() - started);
  } finally {
    await sandbox.close();
  }
}

function introduce(screen: Screen): void {
  screen.say(
    "All of this runs on your machine: Git over HTTP, Workers KV behind the paths of Cloudflare's API, GitHub's API, a metric server, and a Worker that " +
      "reads KV the way Conductor's loader does. The action is dist/index.js, started as a runner starts it, without a " +
      'checkout.',
  );
  screen.gap();
  screen.say(
    'Lines with $ are what you would type (… is the first part of a tag, such as components/prompts/extraction), each ✓ ' +
      'is one run of the action, and beside │ is what the Worker answers or the run reports. The clock of the Git server ' +
      'says what this demo wants it to say: at first it is 5 May 2026.',
  );
  screen.gap();
  screen.table(
    [
      ['.github/tagship.yml', 'says which KV namespace an environment lives in, and what is watched'],
      ['.edgit/components.json', 'registry of Edgit, the tool that makes the tags'],
      ['prompts/extraction.md', 'the prompt to watch'],
      ['templates/mail/header.hbs', 'three more components, this one with a nested name'],
      ['configs/limits.json', ''],
      ['schemas/invoice.json', ''],
    ],
    ['The repository', ''],
  );
}

function conclude(screen: Screen, stage: Stage, milliseconds: number): void {
  const { runs, requests, comparisons } = stage.totals;
  screen.section('That is all of it');
  screen.good(
    `${runs} runs of the action with ${requests} requests, ${comparisons} answers of the Worker as expected, byte for byte, ` +
      `in ${(milliseconds / 1000).toFixed(1)} s.`,
  );
  screen.say(
    'One thing is quicker here than on Cloudflare: there, other locations may read the old value for up to a minute.',
  );
  screen.section('Where to look next');
  screen.table([
    ['README.md', 'how to use it in a workflow'],
    ['docs/gate.md', 'what guard watches, and when it rolls back'],
    ['docs/progressive-delivery.md', 'canaries, waves, tracks and experiments'],
    ['docs/validate.md', 'what validate finds, and what a reference is'],
    ['docs/architecture.md', 'how it works, and why so'],
    ['sandbox/', 'the laboratory this demo ran in'],
    ['npm run demo -- --verbose', "the same with the action's own log"],
    ['npm test', 'the tests, most of them in the same laboratory'],
  ]);
  screen.gap();
}

function report(error: unknown, screen: Screen): void {
  if (error instanceof Mismatch) {
    screen.mismatch(error.message, error.expected, error.got);
  } else {
    screen.problem('The demo could not go on.', error instanceof Error ? error.message : String(error));
  }
}

process.exitCode = await main(process.argv.slice(2), new Screen(process.stdout, process.env));
