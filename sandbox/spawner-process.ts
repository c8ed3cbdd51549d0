import { spawn } from 'node:child_process';
import { OWN_GROUP, signalGroup } from './processes.ts';
import type { Order, Report } from './spawner.ts';

const running = new Map<number, ReturnType<typeof spawn>>();

process.on('message', (message) => {
  const order = message as Order;
  if (order.kind === 'run') {
    run(order);
    return;
  }
  const child = running.get(order.id);
  if (child !== undefined) signalGroup(child, 'SIGKILL');
});

process.on('disconnect', () => {
  for (const child of running.values()) signalGroup(child, 'SIGKILL');
  process.exit();
});

function run({ id, file, args, cwd, env, input }: Extract<Order, { kind: 'run' }>): void {
  const child = spawn(file, args, { ...OWN_GROUP, cwd, env: { ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  running.set(id, child);
  const out: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  // A program that does not read its input closes the pipe; how it exits is what matters.
  child.stdin.on('error', () => undefined);
  child.on('error', (error) => complaints.push(Buffer.from(error.message)));
  child.on('close', (code) => {
    running.delete(id);
    const report: Report = { id, code, stdout: Buffer.concat(out), stderr: Buffer.concat(complaints) };
    if (process.connected) process.send?.(report);
  });
  child.stdin.end(input);
}
