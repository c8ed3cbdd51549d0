import { readFileSync } from 'node:fs';
import { appendFile, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import parseArgv from 'string-argv';
import { PRODUCTION_NAMESPACE, type Repository, type Sandbox } from '../../sandbox/index.ts';
import { stored } from '../support/deploy.ts';
import { startSandbox } from '../support/sandbox.ts';
import { sessionIn, steady } from '../support/session.ts';
import { accessTo, cloneOf, inTerminal, type TerminalClone } from '../support/terminal.ts';

const PAGE = path.join(import.meta.dirname, '../../docs/terminal.md');

/** When the page says that each command ran: the ledger goes by the server's clock. */
const BEGIN = Date.parse('2026-05-05T14:30:00Z');
const MINUTES = 5;

let sandbox: Sandbox;
let repository: Repository;
let clone: TerminalClone;

beforeAll(async () => {
  sandbox = await startSandbox();
  repository = await sandbox.createRepository('acme/components');
  const wrangler = JSON.stringify({ kv_namespaces: [{ binding: 'COMPONENTS_KV', id: PRODUCTION_NAMESPACE }] });
  const ignored = { '.gitignore': 'node_modules\n.wrangler\n' };
  await repository.commit('One', {
    'prompts/extraction.md': 'one',
    'prompts/summary.md': 'one',
    'wrangler.jsonc': wrangler,
    ...ignored,
  });
  await repository.edgitTag('prompts/extraction', 'v1.0.0');
  await repository.commit('Two', { 'prompts/extraction.md': 'two' });
  await repository.edgitTag('prompts/extraction', 'v1.1.0');
  clone = await cloneOf(sandbox, repository);
  await clone.git('remote', 'set-url', '--push', 'origin', repository.bare);
  await mkdir(path.join(clone.path, 'node_modules'));
  await symlink(
    path.join(import.meta.dirname, '../../node_modules/miniflare'),
    path.join(clone.path, 'node_modules/miniflare'),
  );
});

afterAll(async () => {
  await clone.remove();
  await sandbox.close();
});

async function play(command: string): Promise<string> {
  const [program = '', ...words] = parseArgv(command);
  if (program === 'git') {
    return await clone.git(...words);
  }
  if (program === 'echo') {
    const [text = '', , file = ''] = words;
    await appendFile(path.join(clone.path, file), `${text}\n`);
    return '';
  }
  const { stdout, stderr } = await inTerminal(words.slice(1), {
    cwd: clone.path,
    environment: { ...accessTo(sandbox), CI: 'true', NO_COLOR: '1' },
    types: 'y\r',
    // The page shows facts of `doctor` in one line each.
    columns: 1_000,
  });
  return `${stderr}\n${stdout}`;
}

const steps = sessionIn(readFileSync(PAGE, 'utf8'));

test.each(steps.map(({ command, shown }, i) => [i + 1, command, shown] as const))(
  'a new user sees what the page shows: %d. %s',
  async (number, command, shown) => {
    sandbox.serverClock.set(new Date(BEGIN + (number - 1) * MINUTES * 60_000));
    const output = steady(await play(command));
    if (process.env.SESSION_RECORD) {
      await appendFile(process.env.SESSION_RECORD, `$ ${command}\n${output}\n`);
    }
    // Each line that is shown, in this order; a line may end after the question that it asks.
    let from = 0;
    for (const line of shown
      .map((one) =>
        steady(one)
          .replace(/(\[y\/N\]).*/, '$1')
          .trim(),
      )
      .filter((one) => one !== '')) {
      const at = output.indexOf(line, from);
      expect(at < 0 ? `missing: ${line}\n${output}` : 'shown').toBe('shown');
      from = at + line.length;
    }
  },
);

test('in the end production reads what the page says', async () => {
  expect(steps.length).toBeGreaterThan(6);
  expect((await stored(sandbox, 'prompts/extraction@production'))?.bytes.toString()).toBe('two');
});
