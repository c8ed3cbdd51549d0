import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { OWN_GROUP, signalGroup } from './processes.ts';
import type { Order, Report } from './spawner.ts';

const running = new Map<number, ReturnType<typeof spawn>>();

process.on('message', (message) => {
  const order = message as Order;
  if (order.kind === 'run') run(order);
  else if (order.kind === 'talk') void talk(order);
  else {
    const child = running.get(order.id);
    if (child !== undefined) signalGroup(child, order.signal);
  }
});

process.on('disconnect', () => {
  for (const child of running.values()) signalGroup(child, 'SIGKILL');
  process.exit();
});

/** Starts a program whose streams are sockets, and keeps none of them. */
async function talk({ id, file, args, cwd, env, socket }: Extract<Order, { kind: 'talk' }>): Promise<void> {
  const report = (code: number | null, stderr = ''): void => {
    running.delete(id);
    const ending: Report = { id, code, stdout: Buffer.alloc(0), stderr: Buffer.from(stderr) };
    if (process.connected) process.send?.(ending);
  };
  const streams = [0, 1, 2].map((which) => {
    const stream = connect(socket);
    stream.on('error', () => undefined);
    stream.write(Uint8Array.of(which));
    return stream;
  });
  await Promise.all(streams.map(async (stream) => (stream.connecting ? await once(stream, 'connect') : undefined)));
  const child = spawn(file, args, { ...OWN_GROUP, cwd, env: { ...env }, stdio: streams as [Socket, Socket, Socket] });
  running.set(id, child);
  child.on('error', (error) => report(null, error.message));
  child.on('exit', (code) => report(code));
  for (const stream of streams) stream.destroy();
}

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
