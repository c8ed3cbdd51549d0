import parseArgv from 'string-argv';
import * as z from 'zod';
import { TagshipError } from '../../../errors.ts';
import { type Content, countsAt, type Outcome, orItsError, valueAt, valueReading } from '../answer.ts';
import {
  type Filling,
  forbiddenVariable,
  placeholderProblem,
  type Rendered,
  render,
  required,
} from '../placeholders.ts';
import { counts, isCounts, type KeysOf, type Prepared, path, problemAt, provider } from '../provider.ts';
import { jsonPathProblem, namesTime } from '../template-check.ts';

const keys = {
  run: z.string().optional().meta({
    description: 'command: an argv without a shell, run in the workspace; it prints a number or JSON.',
  }),
  env: z.array(z.string()).optional().meta({
    description: 'command: the variables of the step that it gets; no others that hold a secret.',
  }),
  path,
  ...counts,
};

/** A program of the repository that prints a number, or JSON that has one: a judge, a count of thumbs, a cost. */
export const command = provider({
  keys,
  problems: (metric) => [
    ...problemAt('run', runProblem(metric.run)),
    ...(metric.env ?? []).flatMap((name, at) => {
      const message = variableProblem(name);
      return message === undefined ? [] : [{ path: ['env', String(at)], message }];
    }),
    ...(['path', 'errors', 'total'] as const).flatMap((key) =>
      metric[key] === undefined ? [] : problemAt(key, jsonPathProblem(metric[key])),
    ),
    ...problemAt(
      'path',
      isCounts(metric) && metric.path !== undefined
        ? '`errors` and `total` say where they stand; remove it'
        : undefined,
    ),
  ],
  past: namesTime,
  prepare,
});

function runProblem(run: string | undefined): string | undefined {
  if (run === undefined || parseArgv(run).length === 0) {
    return '`provider: command` needs one';
  }
  if (/\$\{/.test(run)) {
    return 'an argument is no place for a secret; name the variable under `env`';
  }
  return placeholderProblem(run);
}

function variableProblem(name: string): string | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    return 'expected the name of an environment variable';
  }
  return forbiddenVariable(`\${${name.toUpperCase()}}`) === undefined
    ? undefined
    : `\`${name}\` is never given to a metric; pass a secret of its own`;
}

function prepare(source: KeysOf<typeof keys>, filling: Filling): Prepared {
  // Split first and filled in then: a value is never more than a part of one argument.
  const argv = parseArgv(source.run ?? '').map((argument) => filled(argument, filling));
  const pathOf = (one: string) => render(one, 'jsonpath', filling).send;
  const { errors, total, path: place, env = [] } = source;
  const read: (content: Content) => Outcome =
    errors !== undefined && total !== undefined
      ? countsAt(pathOf(errors), pathOf(total))
      : valueAt(place === undefined ? undefined : pathOf(place));
  const variables = Object.fromEntries(env.map((name) => [name, required(name, filling)]));
  return {
    queries: [argv.map(({ show }) => show).join(' ')],
    measure: async ({ run, scrub }) => {
      const ended = await run({ argv: argv.map(({ send }) => send), variables });
      if (ended.kind === 'failed') {
        return { reading: valueReading({ kind: 'failed', why: scrub(ended.why) }) };
      }
      const content = { status: 200, type: 'text/plain', text: ended.stdout };
      return orItsError(read(content), content, scrub);
    },
  };
}

function filled(argument: string, filling: Filling): Rendered {
  const rendered = render(argument, 'argument', filling);
  // What a name begins with must not make an option of it.
  if (rendered.send.startsWith('-') && !argument.startsWith('-')) {
    throw new TagshipError(
      'metric-unusable',
      `The metric \`${filling.metric}\` would give its program \`${rendered.send}\`, which reads as an option.`,
      'Give the component a name that does not start with `-`, or put something before the placeholder.',
    );
  }
  return rendered;
}
