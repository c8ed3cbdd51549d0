import type { Annotation, RunResult } from '../sandbox/index.ts';
import type { Scene } from './moves.ts';
import { BROKEN_CHANGE, MENDED_CHANGE } from './repository.ts';
import { unmarked } from './result.ts';
import type { PullRequest, Stage } from './stage.ts';

/** The steps with a pull request. */
export const CHECK_SCENES: readonly Scene[] = [
  { title: 'validate: a pull request with three mistakes, each under its word', play: findMistakes },
  { title: 'validate: the same pull request, corrected', play: correct },
];

/** What is found in the pull request, and what the annotation marks; the worst first. */
const MISTAKES = [
  ['cycle', 'ensembles/check.yaml', 'ensembles/read'],
  ['unknown-version', 'ensembles/read.yaml', 'schemas/invoice@v2.0.0'],
  ['unregistered-component', 'ensembles/read.yaml', 'prompts/extractoin@production'],
] as const;

/** What each annotation proposes. */
const PROPOSALS: Readonly<Record<string, string>> = {
  'unregistered-component': 'Did you mean `prompts/extraction@production`?',
  'unknown-version': 'Did you mean `schemas/invoice@v1.0.0`?',
};

async function findMistakes(stage: Stage): Promise<void> {
  const { screen } = stage;
  screen.say(
    'A pull request adds two ensembles, and corrects the registry, where limits still has its old path. The workflow of ' +
      'a pull request needs no more than this, and a token that only reads:',
  );
  screen.gap();
  screen.listing(['on: pull_request', 'permissions: { contents: read }']);
  screen.gap();
  const pull = await stage.pullRequest(BROKEN_CHANGE);
  const run = await stage.movingNothing(() => stage.check(pull, { exitCode: 1, error: 'findings' }));
  stage.expectText('The number of findings', String(MISTAKES.length), run.outputs.findings ?? '');
  await showAnnotations(stage, pull, run);
  showSummary(stage, run, 'Found 3 errors');
}

async function correct(stage: Stage): Promise<void> {
  const { screen } = stage;
  screen.commands([{ command: `git commit -am "${MENDED_CHANGE.message}" && git push` }]);
  const pull = await stage.pullRequest(MENDED_CHANGE);
  const run = await stage.movingNothing(() => stage.check(pull));
  stage.expectText('The number of findings', '0', run.outputs.findings ?? '');
  stage.expectText('The number of annotations', '0', String(run.annotations.length));
  showSummary(stage, run, 'Nothing found');
}

/** Shows the annotations as they stand in the diff, each of which is to mark exactly the wrong reference. */
async function showAnnotations(stage: Stage, pull: PullRequest, { annotations }: RunResult): Promise<void> {
  const marks: string[] = [];
  for (const annotation of annotations.filter(({ file }) => file !== undefined)) {
    const { file = '', line = 0, message } = annotation;
    const lines = (await stage.repository.git(['show', `${pull.merge}:${file}`])).split('\n');
    const text = lines[line - 1] ?? '';
    const [from, to] = rangeOf(annotation);
    const code = codeOf(annotation);
    marks.push(`${code} ${file} ${text.slice(from, to)}`);
    const proposal = PROPOSALS[code] ?? '';
    if (!message.includes(proposal)) stage.expectText(`What is proposed for ${text.trim()}`, proposal, message);
    stage.screen.excerpt(`${file}:${line}`, [
      ...(line > 1 ? [lines[line - 2] ?? ''] : []),
      text,
      `${' '.repeat(from)}${'^'.repeat(to - from)}`,
      `${annotation.level}: ${code}`,
      ...message.split('\n'),
    ]);
  }
  stage.expectText('The list of annotations', MISTAKES.map((one) => one.join(' ')).join('\n'), marks.join('\n'));
}

/** The columns of an annotation in its line, from 0. */
function rangeOf({ line, endLine, col, endColumn }: Annotation): readonly [number, number] {
  const from = (col ?? 1) - 1;
  return [from, line === endLine ? (endColumn ?? 1) - 1 : from];
}

/** `Tagship: unknown-version` → `unknown-version` */
function codeOf({ title = '' }: Annotation): string {
  return title.replace(/^Tagship: /, '');
}

/** Shows how the job summary begins, which is to be with this headline. */
function showSummary(stage: Stage, { summary }: RunResult, headline: string): void {
  const [first = '', , ...rest] = summary.split('\n').map(unmarked);
  stage.expectText('The headline of the job summary', headline, first);
  stage.screen.excerpt('Job summary', [first, ...rest.slice(0, 1)]);
}
