import { code } from '../text.ts';
import type { PostMortem } from './facts.ts';
import { fenced } from './markdown.ts';
import { dispatchWords, shellQuote } from './shell.ts';

/** The commands that put the version back, in lines of Markdown. */
export function againSection({
  left,
  environment,
  environmentTag,
  versionTag,
  held,
  component,
  place,
}: PostMortem): string[] {
  const { host } = new URL(place.serverUrl);
  const repository = host === 'github.com' ? place.repository : `${host}/${place.repository}`;
  const fields = {
    component,
    environment,
    version: left.version,
    override: 'quarantine',
    reason: 'the questions of the post-mortem are answered',
  };
  const [run = '', ...words] = dispatchWords('promote.yml', fields);
  const start = [`${run} --repo ${shellQuote(repository)}`, ...words];
  const lines = [
    `${code(left.version)} is quarantined in ${code(environment)}: Tagship does not choose it there until somebody lifts that. With the workflow of \`examples/workflows/promote.yml\`:`,
    '',
    ...fenced([start.join(' \\\n  ')], 'sh'),
  ];
  if (held !== undefined || left.tag === undefined) {
    return lines;
  }
  return [
    ...lines,
    '',
    'Or with Git alone, in any clone; the deploy that the tag starts lifts the quarantine:',
    '',
    ...fenced(
      [
        `git fetch origin ${shellQuote(versionTag === undefined ? left.tag : `refs/tags/${versionTag}`)}`,
        // A tag object of its own: the one that the rollback left would be held.
        `git tag --force --annotate --message Again ${shellQuote(environmentTag)} ${shellQuote(left.tag)}`,
        `git push --force origin ${shellQuote(`refs/tags/${environmentTag}`)}`,
      ],
      'sh',
    ),
  ];
}
