/** A message an action shows on the run's page. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly col?: number;
  readonly endColumn?: number;
}

/** What an action told the runner through its output. */
export interface WorkflowCommands {
  readonly annotations: readonly Annotation[];
  /** Values the log must not show. */
  readonly masks: readonly string[];
}

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const LEVELS: Readonly<Record<string, Annotation['level']>> = { error: 'error', warning: 'warning', notice: 'notice' };

/** Reads the workflow commands in an action's stdout, with their escapes undone, as the runner does. */
export function readWorkflowCommands(stdout: string): WorkflowCommands {
  const annotations: Annotation[] = [];
  const masks: string[] = [];
  let resumeToken: string | undefined;
  for (const line of stdout.split(/\r?\n/)) {
    const command = parseCommand(line);
    if (command === undefined) continue;
    if (resumeToken !== undefined) {
      if (command.name === resumeToken) resumeToken = undefined;
      continue;
    }
    const level = LEVELS[command.name];
    if (command.name === 'stop-commands') resumeToken = command.message;
    else if (command.name === 'add-mask') masks.push(command.message);
    else if (level !== undefined) annotations.push(toAnnotation(level, command));
  }
  return { annotations, masks };
}

function parseCommand(line: string): Command | undefined {
  const [, head = '', message] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? [];
  if (message === undefined) return undefined;
  const space = head.indexOf(' ');
  const name = space < 0 ? head : head.slice(0, space);
  const properties: Record<string, string> = {};
  for (const part of space < 0 ? [] : head.slice(space + 1).split(',')) {
    const equals = part.indexOf('=');
    if (equals > 0) properties[part.slice(0, equals).trim()] = unescapeProperty(part.slice(equals + 1));
  }
  return { name, properties, message: unescapeData(message) };
}

function toAnnotation(level: Annotation['level'], { properties, message }: Command): Annotation {
  const { title, file } = properties;
  const numbers = Object.fromEntries(
    (['line', 'endLine', 'col', 'endColumn'] as const)
      .map((name) => [name, Number(properties[name])] as const)
      .filter(([, value]) => Number.isInteger(value)),
  );
  return {
    level,
    message,
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...numbers,
  };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}
