import type { RunResult } from '../sandbox/index.ts';

/** The log of a run the way the page of the run shows it: secrets masked, workflow commands carried out. */
export function readableLog({ stdout, stderr, masks }: Pick<RunResult, 'stdout' | 'stderr' | 'masks'>): string[] {
  return `${stdout}\n${stderr}`
    .split(/\r?\n/)
    .filter((line) => line !== '' && !/^::(?:add-mask|debug|endgroup)\b/.test(line))
    .map((line) => {
      const readable = line
        .replace(/^::group::/, '> ')
        .replace(
          /^::(error|warning|notice)(?: .*?)?::(.*)$/,
          (_, level: string, text: string) => `${capital(level)}: ${decoded(text)}`,
        );
      return masks.reduce((text, mask) => text.replaceAll(mask, '***'), readable);
    });
}

/** What a run did, in a few words. */
export function outcomeOf(result: RunResult): string {
  if (result.exitCode !== 0) return errorCode(result) ?? `exit code ${result.exitCode ?? result.signal}`;
  const { component, environment, version, result: document } = result.outputs;
  const previous = result.outputs['previous-version'];
  if (document === undefined) return 'left alone';
  const { command, components }: { command: string; components: readonly unknown[] } = JSON.parse(document);
  if (command === 'validate') return 'nothing found';
  if (command === 'history') return `${version} ran then`;
  if (command === 'guard') return `${version} ${result.outputs.verdict}`;
  if (component === '') return `${components.length} components live`;
  if (environment === '') return `${version} stored`;
  if (result.outputs.changed === 'false') return `${version} live as before`;
  return `${version} live${previous === '' ? '' : `, was ${previous}`}`;
}

/** The stable code in a run's error, as in `tagship(content-missing): …`. */
export function errorCode({ annotations }: Pick<RunResult, 'annotations'>): string | undefined {
  // What `validate` finds are errors, too, and are no reason why a run could not go on.
  const codes = annotations.flatMap(({ level, message }) =>
    level === 'error' ? (/^tagship\(([a-z-]+)\)/.exec(message)?.[1] ?? []) : [],
  );
  return codes[0];
}

/** The text of a workflow command, on one line. */
function decoded(text: string): string {
  return text.replace(/(?:%0D)?%0A/g, ' ').replaceAll('%25', '%');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A line of Markdown as a reader sees it. */
export function unmarked(line: string): string {
  return line
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\(?=[^\s\w])/g, '')
    .replace(/\*\*|`|^#+ /g, '');
}
