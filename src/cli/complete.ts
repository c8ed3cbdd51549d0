import tab from '@bomb.sh/tab/commander';
import { didYouMean } from '../domain/nearest.ts';
import { TagshipError } from '../errors.ts';
import { programOf } from './program.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

/** How much of a description is shown beside a flag. */
const MAX_ABOUT = 70;

/** For any bash, also one without the package `bash-completion`. What stands on the command line is never run. */
const BASH = `__tagship_complete() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(tagship complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | grep -v '^:' | cut -f1)" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F __tagship_complete tagship
`;

/**
 * Answers a shell: with its completion script, or with what may follow on a command line.
 * @param words what follows `complete`
 * @throws TagshipError `input-invalid` for an unknown shell
 */
export function complete(words: readonly string[], print: (text: string) => void): void {
  const [shell = ''] = words;
  if (shell === 'bash') {
    print(BASH);
    return;
  }
  if (shell !== '--' && !SHELLS.includes(shell)) {
    throw new TagshipError(
      'input-invalid',
      `There is no completion for \`${shell}\`.`,
      `${didYouMean(shell, SHELLS)} There is one for ${SHELLS.join(', ')}.`.trimStart(),
    );
  }
  const program = programOf(() => undefined, false);
  for (const option of program.commands.flatMap(({ options }) => options)) {
    option.description = shortened(option.description);
  }
  tab(program);
  program.parse(['complete', ...words], { from: 'user' });
}

/** The first clause. */
function shortened(text: string): string {
  const [clause = ''] = text.split(/[.;(](?:\s|$)|[;(]/, 1);
  return clause.length <= MAX_ABOUT ? clause.trim() : `${clause.slice(0, MAX_ABOUT).trimEnd()}…`;
}
