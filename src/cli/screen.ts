import { styleText } from 'node:util';
import type { Toolkit } from '../action/console.ts';
import { STATUSES } from '../domain/doctor/fact.ts';
import { withFlags } from './flag-wording.ts';

/** A stream that people or other programs read. */
export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  /** 0 where a terminal does not say. */
  readonly columns?: number | undefined;
}

type Style = Parameters<typeof styleText>[0];

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;

export interface ScreenOptions {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is for one JSON document. */
  readonly json: boolean;
}

/**
 * The log of a command in a terminal: results on standard output, and all else on standard error. No workflow commands. Where
 * standard error is a terminal, what is under way is shown there and wiped away; in a pipe there is plain text alone.
 */
export class Screen {
  readonly #options: ScreenOptions;
  readonly #progress: Progress;
  /** The whole result of the command. */
  result: string | undefined;

  constructor(options: ScreenOptions) {
    this.#options = options;
    this.#progress = new Progress(options.stderr, isLively(options));
  }

  /** What a command says its log to. @param isPlan whether what it did is only shown, before it is done */
  toolkit({ isPlan = false }: { readonly isPlan?: boolean } = {}): Toolkit {
    const said = (level: 'warning' | 'note', style: Style): ((message: string | Error) => void) => {
      return (message) => this.say(`${this.paint(style, `${level}:`)} ${withFlags(textOf(message))}`);
    };
    return {
      annotates: false,
      debug: (message) => {
        if (this.#options.environment.TAGSHIP_DEBUG) {
          this.say(message);
        }
      },
      error: (message, { file, startLine, startColumn } = {}) => {
        const place = [file, startLine, startColumn].filter((part) => part !== undefined).join(':');
        this.say(`${this.#error(textOf(message))}${place === '' ? '' : `\n  ${place}`}`);
      },
      warning: said('warning', 'yellow'),
      notice: said('note', 'cyan'),
      info: (line) => this.say(this.paint('dim', line)),
      result: (line) => {
        if (isPlan) {
          this.say(`  ${this.#result(line)}`);
        } else {
          this.#print(line);
        }
      },
      group: (title, work) => this.#progress.during(title, work, (line) => this.say(this.paint('dim', line))),
      setSecret: () => undefined,
      setOutput: () => undefined,
      summary: async () => undefined,
    };
  }

  /** Keeps the result of a command. */
  keep(result: string): void {
    this.result = result;
  }

  /** Says a line on standard error. */
  say(line: string): void {
    this.#progress.pause(() => this.#options.stderr.write(`${line}\n`));
  }

  /** Prints text for a program, or for people who asked for it, on standard output. */
  print(text: string): void {
    this.#progress.pause(() => this.#options.stdout.write(text.endsWith('\n') ? text : `${text}\n`));
  }

  /** A text in a colour, where standard error shows colours. */
  paint(style: Style, text: string): string {
    return paint(style, text, hasColours(this.#options.stderr, this.#options.environment));
  }

  #print(line: string): void {
    if (this.#options.json) {
      this.say(this.#result(line));
    } else {
      this.print(this.#result(line, this.#options.stdout));
    }
  }

  #error(message: string): string {
    const [, code = '', rest = message] = /^(tagship\([\w-]+\):)([\s\S]*)$/.exec(message) ?? [];
    return code === '' ? this.paint('red', rest) : `${this.paint('red', code)}${withFlags(rest)}`;
  }

  #result(line: string, stream = this.#options.stderr): string {
    const colours = hasColours(stream, this.#options.environment);
    const fact = FACT.exec(line);
    if (fact !== null) {
      const [, status = '', text = ''] = fact;
      const rest = withFlags(text);
      const lines = stream.isTTY === true ? folded(rest, (stream.columns || 80) - STATUS_WIDTH) : [rest];
      const word = paint(FACT_STYLES[status.trim()] ?? 'dim', status, colours);
      return `${word}${lines.join(`\n${' '.repeat(STATUS_WIDTH)}`)}`;
    }
    const style = STYLES.find(([pattern]) => pattern.test(line))?.[1];
    return style === undefined ? line : paint(style, line, colours);
  }
}

/** What a line of a log says by its beginning. */
const STYLES: readonly (readonly [RegExp, Style])[] = [
  [/^(?:~ |Would )/, 'cyan'],
  [/^= /, 'dim'],
  [/^(?:Moved|Deployed|Rolled back|KV is as the tags say)/, 'green'],
];

/** A fact of `doctor`, which begins with its status in a column. */
const STATUS_WIDTH = 8;
const FACT = new RegExp(`^(?=.{${STATUS_WIDTH}}\\S)((?:${STATUSES.join('|')}) +)(\\S.*)$`);
const FACT_STYLES: Readonly<Record<string, Style>> = { error: 'red', warning: 'yellow', notice: 'cyan', ok: 'green' };

/** A text in lines that end between words. */
function folded(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > Math.max(width, 20)) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = `${last} ${word}`;
    }
  }
  return lines;
}

/** Whether a stream shows colours, as its reader has it: https://no-color.org, and `FORCE_COLOR` as Node knows it. */
export function hasColours(stream: Output, environment: ScreenOptions['environment']): boolean {
  const { NO_COLOR: none, FORCE_COLOR: force, TERM: term } = environment;
  if (none !== undefined && none !== '') {
    return false;
  }
  return force !== undefined && force !== ''
    ? force !== '0' && force !== 'false'
    : stream.isTTY === true && term !== 'dumb';
}

function paint(style: Style, text: string, isColoured: boolean): string {
  return isColoured ? styleText(style, text, { validateStream: false }) : text;
}

function isLively({ stderr, environment }: ScreenOptions): boolean {
  return stderr.isTTY === true && environment.TERM !== 'dumb' && !environment.CI;
}

function textOf(message: string | Error): string {
  return message instanceof Error ? message.message : message;
}

/** One line at the bottom that says what is under way. */
class Progress {
  readonly #stream: Output;
  readonly #isLively: boolean;
  readonly #titles: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #frame = 0;

  constructor(stream: Output, isLively: boolean) {
    this.#stream = stream;
    this.#isLively = isLively;
  }

  async during<T>(title: string, work: () => Promise<T>, say: (line: string) => void): Promise<T> {
    if (!this.#isLively) {
      say(title);
      return await work();
    }
    this.#titles.push(title);
    this.#draw();
    this.#timer ??= setInterval(() => this.#draw(), FRAME_MS).unref();
    try {
      return await work();
    } finally {
      this.#titles.splice(this.#titles.indexOf(title), 1);
      this.#wipe();
      if (this.#titles.length === 0) {
        clearInterval(this.#timer);
        this.#timer = undefined;
      }
    }
  }

  /** Writes something else in its place. */
  pause(write: () => void): void {
    if (this.#titles.length === 0) {
      write();
      return;
    }
    this.#wipe();
    write();
    this.#draw();
  }

  #draw(): void {
    const title = this.#titles.at(-1);
    if (title !== undefined) {
      const line = `${FRAMES[this.#frame++ % FRAMES.length]} ${title} …`;
      this.#stream.write(`\r\u001b[2K${line.slice(0, Math.max((this.#stream.columns || 80) - 1, 10))}`);
    }
  }

  #wipe(): void {
    this.#stream.write('\r\u001b[2K');
  }
}
