import { Console } from './action/console.ts';
import { chooseCommand, type RunEvent, refuseUnsafe } from './action/event.ts';
import { commandOf, type GivenInputs, givenInputs, secretsOf } from './action/raw-inputs.ts';
import type { Command } from './action/spec.ts';
import { basicCredentials } from './adapters/git/remote.ts';
import { Reported, TagshipErrors, toTagshipErrors } from './errors.ts';
import type { Host } from './host.ts';

/**
 * Starts the action and answers the exit code. It finds out whether there is anything to do, and only then loads what
 * does it: many events that reach a workflow are none of ours, and those are to cost as little as can be.
 */
export async function start(host: Host): Promise<0 | 1> {
  const { environment, event } = host;
  const console = new Console(host.toolkit);
  const lose = (error: Error): void => console.lose(error);
  host.stdout.on('error', lose);
  const given = givenInputs(environment);
  for (const secret of secretsOf(given, environment)) {
    console.mask(secret);
    // Git gets the token in this form.
    console.mask(basicCredentials(secret));
  }
  try {
    const choice = await chosen(event, given, console);
    if (choice !== undefined) {
      const { main } = await import('./main.ts');
      await main(choice.command, choice.given(given), host, console);
    }
    return 0;
  } catch (error) {
    const errors = toTagshipErrors(error);
    for (const one of errors) {
      console.error(one);
    }
    if (error instanceof Error && error.stack !== undefined) {
      for (const frame of error.stack.split('\n').filter((line) => line.startsWith('    at '))) {
        console.debug(frame);
      }
    }
    if (!(error instanceof Reported)) {
      const { failureSummary } = await import('./action/summary.ts');
      const { GITHUB_SERVER_URL: serverUrl = '', GITHUB_REPOSITORY: repository = '' } = environment;
      await console.summary(failureSummary(errors, { serverUrl, repository }));
    }
    return 1;
  } finally {
    host.stdout.off('error', lose);
  }
}

/** What is to run, and with which inputs. */
interface Choice {
  readonly command: Command;
  readonly given: (given: GivenInputs) => GivenInputs;
}

/** @throws TagshipErrors, first of inputs that do not exist: one of them may have been meant as `command` */
async function chosen(event: RunEvent, given: GivenInputs, console: Console): Promise<Choice | undefined> {
  try {
    return choose(event, commandOf(given), console);
  } catch (error) {
    const { misnamedInputs } = await import('./action/input-names.ts');
    const misnamed = misnamedInputs(given);
    throw misnamed.length === 0 ? error : new TagshipErrors([...misnamed, ...toTagshipErrors(error)]);
  }
}

function choose(event: RunEvent, asked: Command | 'auto', console: Console): Choice | undefined {
  refuseUnsafe(event);
  if (asked !== 'auto') {
    return { command: asked, given: (given) => given };
  }
  const choice = chooseCommand(event);
  if (choice.kind === 'command') {
    const { command, inputs = {} } = choice;
    return { command, given: (given) => new Map([...Object.entries(inputs), ...given]) };
  }
  console.notice(choice.why);
  return undefined;
}
