import { measuredText } from '../gate/rows.ts';
import { countsText } from '../gate/words.ts';
import { redact } from '../secrets.ts';
import { code, plain, printable, prose } from '../text.ts';
import { againSection } from './again.ts';
import { contentSection } from './content.ts';
import type { Doing, PostMortem, TimelineEvent } from './facts.ts';
import { clip, commitLink, moment, period, runLink, within } from './markdown.ts';
import { issueMarker, occurrenceMarker } from './markers.ts';
import { measurementsSection } from './measurements.ts';

/** GitHub takes 256 characters for a title and 65,536 for a body. */
const MAX_TITLE = 200;
const MAX_TEXT = 1_500;
const MAX_TIMELINE = 6_000;
const MAX_NAMES = 500;

/** The title of the issue; the same for every rollback of the version there. */
export function postMortemTitle({ component, environment, left }: PostMortem): string {
  return clip(printable(`Rolled back: ${component} ${left.version} in ${environment}`), MAX_TITLE).replace(
    /[@#]/g,
    '$&\u200B',
  );
}

/** The issue of the first rollback of a version in an environment. */
export function postMortemBody(facts: PostMortem): string {
  const { component, environment, left, restored } = facts;
  return written([
    issueMarker(component, environment, left.version),
    occurrenceMarker(facts.occurrence),
    '',
    `${code(component)} ${code(left.version)} was rolled back to ${code(restored.version)} in ${code(environment)}. This issue keeps what is known of it; Tagship adds a comment if it happens again, and never changes what stands here.`,
    '',
    ...sections(facts),
    '## Open questions',
    '',
    ...questions(facts).map((question) => `- [ ] ${question}`),
  ]);
}

/** The comment for another rollback of the same version in the same environment. */
export function postMortemComment(facts: PostMortem): string {
  const { component, environment, left, restored } = facts;
  return written([
    occurrenceMarker(facts.occurrence),
    '',
    `It happened again: ${code(component)} ${code(left.version)} was rolled back to ${code(restored.version)} in ${code(environment)}.`,
    '',
    ...sections(facts),
    '## Open questions',
    '',
    '- [ ] Which of the answers above was wrong, or was not acted on?',
    '- [ ] Why was the version put there again?',
  ]);
}

function sections(facts: PostMortem): string[] {
  return [
    '## What happened',
    '',
    ...factTable(facts),
    '',
    '## Timeline',
    '',
    ...timeline(facts),
    '',
    ...(facts.gate === undefined ? [] : ['## Measurements', '', ...measurementsSection(facts.gate, facts.secrets), '']),
    `## What ${code(facts.left.version)} changed`,
    '',
    ...contentSection(facts),
    '',
    '## Put it back',
    '',
    ...againSection(facts),
    '',
  ];
}

function written(lines: readonly string[]): string {
  return `${lines.join('\n').trimEnd()}\n`;
}

function factTable(facts: PostMortem): string[] {
  const { left, restored, made, gate, held, place } = facts;
  const commit = (oid: string | undefined): string => (oid === undefined ? '' : `, commit ${commitLink(oid, place)}`);
  const live = left.deployed?.at === undefined || made.at === undefined ? undefined : made.at - left.deployed.at;
  const isSameCommit = left.commit === undefined || restored.commit === undefined || left.commit === restored.commit;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Version', `${code(left.version)}${commit(left.commit)}`],
    ['Written by', left.author === undefined ? undefined : code(clip(redact(left.author, facts.secrets), MAX_NAMES))],
    ['Deployed', left.deployed === undefined ? 'unknown' : `${left.deployed.how}: ${doing(left.deployed, facts)}`],
    ['Why it was deployed', textCell(left.deployed?.reason, facts)],
    ['Live for', live === undefined || live < 0 ? undefined : period(live)],
    ['Ran in', names(left.ran)],
    ['A gate found it healthy in', names(left.healthy)],
    ['Live again', `${code(restored.version)}${commit(restored.commit)}`],
    ['Rolled back', `${doing(made, facts)}${gate === undefined ? '' : ', by the gate'}`],
    ['Why', sentence(facts.why, facts)],
    // The ledger got the gate's words as the reason.
    ['Reason given', made.reason === facts.why ? undefined : textCell(made.reason, facts)],
    [
      'Held',
      held === undefined
        ? undefined
        : `KV was restored, but the tag could not be moved: ${sentence(held, facts)} KV is held back from the tag until it moves.`,
    ],
    [
      'Difference',
      isSameCommit
        ? undefined
        : `[compare](${place.serverUrl}/${place.repository}/compare/${restored.commit}...${left.commit})`,
    ],
  ];
  const [first = '', ...lines] = rows.flatMap(([name, value]) =>
    value === undefined ? [] : [`| ${name} | ${value} |`],
  );
  return [first, '| --- | --- |', ...lines];
}

/** A sentence of ours, with names in backticks; what it names may be from anywhere. */
function sentence(text: string, { secrets }: PostMortem): string {
  return prose(clip(redact(text, secrets), MAX_TEXT));
}

/** When, by whom and in which run. */
function doing({ at, actor, run }: Doing, { place }: PostMortem): string {
  const link = runLink(run, place);
  return [
    moment(at),
    `by ${actor === undefined ? 'unknown' : code(actor)}`,
    ...(link === undefined ? [] : [link]),
  ].join(', ');
}

function names(list: readonly string[]): string {
  return list.length === 0 ? 'none that is known' : within(list.map(code), MAX_NAMES, 'first').join(', ');
}

function textCell(text: string | undefined, { secrets }: PostMortem): string | undefined {
  return text === undefined ? undefined : plain(clip(redact(text, secrets).replace(/\s+/g, ' '), MAX_TEXT));
}

function timeline(facts: PostMortem): string[] {
  const { left, made, gate, restored, held } = facts;
  const events: TimelineEvent[] = [];
  const add = (at: number | undefined, what: string): void => {
    if (at !== undefined) {
      events.push({ at, what });
    }
  };
  add(left.deployed?.at, `\`${left.version}\` was deployed.`);
  if (gate !== undefined) {
    add(gate.startedAt, 'The gate began to watch.');
    for (const [i, { at, metric, outcome }] of gate.rows.entries()) {
      if (outcome === 'failed' || outcome === 'breach') {
        add(at, `Measurement ${i + 1}: \`${metric}\` ${outcome === 'breach' ? 'breached its limit' : 'failed'}.`);
      }
    }
  }
  if (facts.events.length === 0) {
    add(
      made.at,
      held === undefined
        ? `The tag was moved back to \`${restored.version}\`.`
        : `KV was brought back to \`${restored.version}\`, and held there.`,
    );
  }
  events.push(...facts.events);
  const lines = events.sort((a, b) => a.at - b.at).map(({ at, what }) => `- ${moment(at)}: ${sentence(what, facts)}`);
  const fitting = within(lines, MAX_TIMELINE, 'last');
  const rest = lines.length - fitting.length;
  return [...(rest === 0 ? [] : [`- ${rest} earlier events are left out.`]), ...fitting];
}

/** What a post-mortem has to answer. */
function questions({ gate, environment, left }: PostMortem): string[] {
  const others = left.ran.filter((one) => one !== environment);
  return [
    wasItTheDeploy(gate),
    'What did users notice, how many, and from when to when?',
    'Was the change itself wrong, or was it right and badly communicated (to its readers, to other teams, to components that rely on it)?',
    'Why did the tests and the review not catch it?',
    others.length === 0
      ? 'Why did nothing before catch it? It ran in no other environment that the ledger knows: would a canary have?'
      : `Why did ${within(others.map(code), MAX_NAMES, 'first').join(', ')}, where it ran before or at the same time, not catch it?`,
    gate === undefined
      ? 'Which metric, with which limit, would have found it, and how much earlier?'
      : 'Did the gate measure the right thing, with the right limit, and soon enough?',
    'What makes sure that it does not happen again, who does that, and until when?',
    `Is ${code(left.version)} to be put back, or does a new version replace it?`,
  ];
}

/** The first question, with what was not deployed beside it. */
function wasItTheDeploy(gate: PostMortem['gate']): string {
  const compared = gate?.rows.findLast(({ control }) => control !== undefined);
  const said =
    compared?.control === undefined
      ? 'Nothing was compared: what did the rest of the service, and its providers, do at that time?'
      : `Elsewhere ${code(countsText(compared.control))} failed, here ${code(measuredText(compared))}.`;
  return `Was it the deploy at all? ${said}`;
}
