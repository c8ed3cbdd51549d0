import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { promisify } from 'node:util';

/** Where and when something was measured, in one sentence. @param tools that took part, with their versions */
export async function machine(tools: readonly string[] = []): Promise<string> {
  const { stdout } = await promisify(execFile)('git', ['--version']);
  const cores = cpus();
  const model = cores[0]?.model.trim() || 'an unknown processor';
  const date = new Date().toISOString().slice(0, 10);
  const versions = [`Node.js ${process.versions.node}`, stdout.trim().replace('git version', 'Git'), ...tools];
  return `Measured on ${date}: ${model}, ${cores.length} cores, ${process.platform}; ${versions.join(', ')}.`;
}
