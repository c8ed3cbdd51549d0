import type { RunResult } from '../sandbox/index.ts';
import type { ComponentId } from './repository.ts';
import type { ShownCommand } from './screen.ts';
import { type DispatchOptions, referenceOf, type Stage, tagOf } from './stage.ts';

/** One step of the demo. */
export interface Scene {
  readonly title: string;
  play(stage: Stage): Promise<void>;
}

/** The component that is watched. */
export const PROMPT: ComponentId = 'prompts/extraction';

/** What sends new tags to the server. */
export const PUSH: ShownCommand = { command: 'edgit push --tags --force' };

/** The day of the demo, by the clock of the Git server. */
export const DAY = '2026-05-05';

/**
 * Shows what a run is started with, and starts it.
 * @param time by the clock of the Git server; undefined leaves that clock as it is
 */
export async function dispatch(
  stage: Stage,
  time: Date | undefined,
  command: string,
  inputs: Readonly<Record<string, string>>,
  options: DispatchOptions = {},
): Promise<RunResult> {
  const { screen } = stage;
  screen.listing(Object.entries({ command, ...inputs }).map(([name, value]) => `${name}: ${value}`));
  screen.gap();
  if (time !== undefined) stage.at(time);
  return await stage.dispatch(command, command, inputs, 'ada', options);
}

/** Does something that takes the prompt in production from one version to another, and shows both. */
export async function production(stage: Stage, from: string, to: string, move: () => Promise<unknown>): Promise<void> {
  const before = await stage.expectVersion(PROMPT, 'production', from);
  await stage.onlyMoving(tagOf(PROMPT, 'production'), async () => {
    await move();
  });
  stage.screen.answers(referenceOf(PROMPT, 'production'), [
    { label: 'before', is: from, text: before, faint: true },
    { label: 'after', is: to, text: await stage.expectVersion(PROMPT, 'production', to) },
  ]);
}

/** A time of the day as the inputs take it. */
export function iso(time: string): string {
  return `${DAY}T${time}:00Z`;
}

/** A time of the day, for the clock of the Git server. */
export function clock(time: string): Date {
  return new Date(iso(time));
}

/** How somebody makes a version tag. */
export function create(name: string, version: string): ShownCommand {
  return { command: `edgit tag create ${name} ${version}`, git: `git tag -a …/${version}` };
}

/** How somebody moves an environment tag. */
export function set(name: string, environment: string, version: string): ShownCommand {
  return {
    command: `edgit tag set ${name} ${environment} ${version}`,
    git: `git tag -fa …/${environment} …/${version}`,
  };
}
