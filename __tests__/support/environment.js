import { TestEnvironment } from 'jest-environment-node';
import { startSandbox } from '../../sandbox/index.ts';

/** How long a sandbox waits for the next test file before it ends, in milliseconds: a worker is given half a second. */
const LINGER_MS = 200;

/** Sandboxes of this worker that nobody uses. */
const free = [];
let closing;

/** Lends a sandbox as good as new; `close` gives it back. */
async function borrowSandbox({ runsAs, ...options }) {
  const isSpecial = Object.keys(options).length > 0;
  const sandbox = (isSpecial ? undefined : free.pop()) ?? (await startSandbox(options));
  sandbox.runsAs(runsAs);
  const giveBack = async () => {
    await sandbox.reset();
    free.push(sandbox);
  };
  return isSpecial ? sandbox : { ...sandbox, close: giveBack };
}

/** Switches for mistakes in the action that runs outside of the test's world. @returns which of them it passes */
function noteMistakes() {
  const reached = new Set();
  globalThis.isMistaken = (mistake) => {
    reached.add(mistake);
    return process.env.MUTANT === String(mistake);
  };
  return reached;
}

/**
 * Node's environment, with sandboxes that the test files of a worker share: one takes half a second to start. They, and
 * the action they run in process, are loaded once and outside of the test's own world.
 */
class SandboxEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    clearTimeout(closing);
    this.global.borrowSandbox = borrowSandbox;
    this.global.importOutside = (file) => import(new URL(`../../${file}`, import.meta.url).href);
    if (process.env.MUTATION !== undefined) this.global.reachedOutside = noteMistakes();
  }

  async teardown() {
    await super.teardown();
    closing = setTimeout(() => {
      for (const sandbox of free.splice(0)) sandbox.close();
    }, LINGER_MS);
  }
}

export { SandboxEnvironment as default };
