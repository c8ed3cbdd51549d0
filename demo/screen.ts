import picocolors from 'picocolors';

/** Where the demo is shown; process.stdout is one. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** A command of the user, and what it is in plain Git where that is something else. */
export interface ShownCommand {
  readonly command: string;
  readonly git?: string;
}

/** One run of the action in a line. */
export interface ShownRun {
  readonly ok: boolean;
  /** What the run was for, such as a tag. */
  readonly subject: string;
  readonly result: string;
  readonly requests: number;
  readonly milliseconds: number;
}

/** What the Worker answered for one reference. */
export interface ShownAnswer {
  /** `before`, `after` or what else sets it apart. */
  readonly label: string;
  /** What the text was found to be, such as `v1.0.0` or the status. */
  readonly is: string;
  readonly text: string;
  /** Written less prominently. */
  readonly faint?: boolean;
}

const MAX_WIDTH = 100;
const MIN_WIDTH = 40;
const INDENT = '  ';
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 80;
const CLEAR_LINE = '\r\u001b[K';

/** Everything the demo writes: plain lines, with colours and a spinner where the output is a terminal. */
export class Screen {
  readonly #output: Output;
  readonly #paint: ReturnType<typeof picocolors.createColors>;
  readonly #spins: boolean;

  constructor(output: Output, environment: Readonly<Record<string, string | undefined>>) {
    const terminal = output.isTTY === true && environment.TERM !== 'dumb';
    this.#output = output;
    this.#spins = terminal;
    this.#paint = picocolors.createColors(wantsColour(environment) ?? terminal);
  }

  /** Width of a line: that of the terminal if known (some say 0), but never more than 100 columns. */
  get width(): number {
    return Math.max(MIN_WIDTH, Math.min(this.#output.columns || MAX_WIDTH, MAX_WIDTH));
  }

  /** The first line of all. */
  title(text: string): void {
    this.#lines(['', this.#paint.bold(text), '']);
  }

  /** Begins a step. */
  step(number: number, title: string): void {
    this.#lines(['', this.#paint.bold(this.#paint.cyan(`${number}  ${title}`)), '']);
  }

  /** Begins a part that is no step. */
  section(title: string): void {
    this.#lines(['', this.#paint.bold(title), '']);
  }

  /** A paragraph. */
  say(text: string): void {
    this.#lines(wrap(text, this.width - INDENT.length).map((line) => INDENT + line));
  }

  /** Lines as they are, set off from the text around them. */
  listing(lines: readonly string[]): void {
    this.#lines(lines.map((line) => INDENT + INDENT + line));
  }

  /** An empty line. */
  gap(): void {
    this.#lines(['']);
  }

  /** Something that was checked and is as it should be. */
  good(text: string): void {
    this.#marked(this.#paint.green('✓'), text);
  }

  /** Commands as typed; what they are in Git stands beside them, or below where there is no room. */
  commands(commands: readonly ShownCommand[]): void {
    const column = Math.max(0, ...commands.filter(({ git }) => git !== undefined).map(({ command }) => command.length));
    for (const { command, git } of commands) {
      const typed = `${this.#paint.dim('$')} ${command}`;
      if (git === undefined) {
        this.#lines([INDENT + typed]);
      } else if (INDENT.length + 2 + column + 4 + git.length <= this.width) {
        this.#lines([`${INDENT}${typed}${' '.repeat(column - command.length)}  ${this.#paint.dim(`# ${git}`)}`]);
      } else {
        this.#lines([INDENT + typed, `${INDENT}  ${this.#paint.dim(`# ${git}`)}`]);
      }
    }
    this.gap();
  }

  /** A line for one run of the action. */
  run({ ok, subject, result, requests, milliseconds }: ShownRun): void {
    const mark = ok ? this.#paint.green('✓') : this.#paint.red('✗');
    const asked = `${requests} request${requests === 1 ? ' ' : 's'}`.padStart(12);
    const time = `${(milliseconds / 1000).toFixed(2)} s`.padStart(8);
    const outcome = result.padEnd(22);
    this.#lines([
      `${INDENT}${mark} ${subject.padEnd(30)} ${ok ? outcome : this.#paint.red(outcome)} ${this.#paint.dim(asked + time)}`,
    ]);
  }

  /** A reference and what the Worker answered for it at one or more moments. */
  answers(reference: string, answers: readonly ShownAnswer[]): void {
    this.#lines(['', INDENT + this.#paint.bold(reference)]);
    const label = Math.max(...answers.map((answer) => answer.label.length));
    const is = Math.max(...answers.map((answer) => answer.is.length));
    for (const answer of answers) {
      const head = `${answer.label.padEnd(label)}  ${answer.is.padEnd(is)}`;
      this.#quote(head, answer.text, answer.faint === true ? this.#paint.dim : this.#paint.green);
    }
  }

  /** An error the way the user has it on the page of the run. */
  error(text: string): void {
    this.gap();
    this.#quote('error', text, this.#paint.red);
  }

  /** A notice the way the user has it on the page of the run. */
  notice(text: string): void {
    this.gap();
    this.#quote('notice', text, this.#paint.yellow);
  }

  /** Some lines of a longer text, such as a page on GitHub, under its title. */
  excerpt(title: string, lines: readonly string[]): void {
    this.#lines(['', INDENT + this.#paint.bold(title)]);
    this.#quote('', lines.join('\n'), (line) => line);
  }

  /** Rows in aligned columns, under a head where there is one. */
  table(rows: readonly (readonly string[])[], head: readonly string[] = []): void {
    const all = [head, ...rows];
    const widths = (rows[0] ?? []).map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
    const line = (row: readonly string[]) =>
      INDENT +
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('   ')
        .trimEnd();
    this.#lines([...(head.length > 0 ? [this.#paint.dim(line(head))] : []), ...rows.map(line)]);
  }

  /** The action's own log. */
  log(lines: readonly string[]): void {
    const wrapped = lines.flatMap((line) => wrap(line, this.width - 6));
    this.#lines(wrapped.map((line) => `${INDENT}  ${this.#paint.dim(`| ${line}`)}`));
  }

  /** What was to be seen, and what was seen instead. */
  mismatch(what: string, expected: string, got: string): void {
    this.gap();
    this.#marked(this.#paint.red('✗'), what);
    this.#quote('expected', expected, this.#paint.green);
    this.#quote('got     ', got, this.#paint.red);
  }

  /** Why the demo cannot go on, and what to do. */
  problem(what: string, remedy: string): void {
    this.gap();
    this.#marked(this.#paint.red('✗'), what);
    if (remedy !== '') this.say(remedy);
  }

  /** Shows that something is under way while it is, where the output is a terminal. */
  async working<T>(text: string, work: () => Promise<T>): Promise<T> {
    if (!this.#spins) return work();
    let frame = 0;
    const draw = () => {
      const line = `${INDENT}${FRAMES[frame % FRAMES.length]} ${text}`.slice(0, this.width - 1);
      this.#output.write(CLEAR_LINE + this.#paint.dim(line));
      frame += 1;
    };
    draw();
    const timer = setInterval(draw, FRAME_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
      this.#output.write(CLEAR_LINE);
    }
  }

  #marked(mark: string, text: string): void {
    const lines = wrap(text, this.width - INDENT.length - 2);
    this.#lines(lines.map((line, i) => `${INDENT}${i === 0 ? mark : ' '} ${line}`));
  }

  /** Text beside a bar, its head before the first line. */
  #quote(head: string, text: string, paint: (text: string) => string): void {
    const room = this.width - INDENT.length - head.length - 3;
    const lines = text
      .replace(/\n$/, '')
      .split('\n')
      .flatMap((line) => wrap(line, room));
    this.#lines(
      lines.map((line, i) => {
        const start = i === 0 ? head : ' '.repeat(head.length);
        return `${INDENT}${start} ${this.#paint.dim('│')} ${paint(line)}`.trimEnd();
      }),
    );
  }

  #lines(lines: readonly string[]): void {
    this.#output.write(lines.map((line) => `${line}\n`).join(''));
  }
}

/** What the environment says about colours; undefined when it leaves that to the terminal. */
function wantsColour({ NO_COLOR, FORCE_COLOR }: Readonly<Record<string, string | undefined>>): boolean | undefined {
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR === undefined) return undefined;
  return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
}

/** Breaks a line at spaces so that it fits, keeping its indentation; a word that is too long is cut. */
export function wrap(line: string, width: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let rest = line.slice(indent.length);
  const room = Math.max(1, width - indent.length);
  while (rest.length > room) {
    const space = rest.lastIndexOf(' ', room);
    const cut = space > 0 ? space : room;
    lines.push(indent + rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...lines, indent + rest];
}
