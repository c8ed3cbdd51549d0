import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunOptions, RunResult, Sandbox } from '../../../sandbox/index.ts';

const ACTION = `
name: Fake
description: For tests
inputs:
  github-token: { description: x, default: '\${{ github.token }}' }
runs: { using: node24, main: dist/index.mjs }
`;

/** What every script may use: a token for Git and for the APIs, and \`git\`, which tells how a command ended. */
const PRELUDE = `
import { execFileSync, spawnSync } from 'node:child_process';
const { env } = process;
const token = env['INPUT_GITHUB-TOKEN'];
const basic = 'Basic ' + Buffer.from('x-access-token:' + token).toString('base64');
const server = env.GITHUB_SERVER_URL + '/' + env.GITHUB_REPOSITORY;
function git(...args) {
  const settings = ['-c', 'http.extraheader=Authorization: ' + basic, '-c', 'user.name=x', '-c', 'user.email=x@y'];
  return spawnSync('git', [...settings, ...args], { encoding: 'utf8' });
}
`;

/** Runs scripts in the place of the action. */
export class Scripts {
  readonly #sandbox: Sandbox;
  readonly #directory: string;
  #count = 0;

  private constructor(sandbox: Sandbox, directory: string) {
    this.#sandbox = sandbox;
    this.#directory = directory;
  }

  static async create(sandbox: Sandbox): Promise<Scripts> {
    const directory = await mkdtemp(path.join(tmpdir(), 'tagship-scripts-'));
    await writeFile(path.join(directory, 'action.yml'), ACTION);
    return new Scripts(sandbox, directory);
  }

  /** Runs a module with top-level await. */
  async run(source: string, options: Partial<RunOptions> = {}): Promise<RunResult> {
    this.#count += 1;
    const entry = path.join(this.#directory, `entry-${this.#count}.mjs`);
    await writeFile(entry, PRELUDE + source);
    const event = { name: 'push', payload: {} };
    return this.#sandbox.runAction({ entry, actionFile: path.join(this.#directory, 'action.yml'), event, ...options });
  }

  close(): Promise<void> {
    return rm(this.#directory, { recursive: true, force: true });
  }
}
