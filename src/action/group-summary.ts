import type { RunReport, WavePlace, WaveReport } from '../commands/report.ts';
import { code, prose } from '../domain/text.ts';
import { table } from './markdown.ts';

const OUTCOMES: Readonly<Record<WaveReport['outcome'], string>> = {
  passed: 'passed',
  unchanged: 'unchanged',
  stopped: 'stopped',
  'rolled-back': 'rolled back',
  waiting: 'not reached',
};

/** The waves of a group in lines for the job log, one line per wave. */
export function waveLog({ waves }: RunReport): string[] {
  return waves.map(({ environments, outcome, places }, at) => {
    const told = places.map((place) => `${place.component} ${stateText(place)} in ${place.environment}`);
    return `Wave ${at + 1} of ${waves.length} (${environments.join(', ')}): ${OUTCOMES[outcome]}. ${told.join('; ')}`.trim();
  });
}

/** The same for the job summary, one row per wave. */
export function waveTable({ waves }: RunReport): string[] {
  const rows = waves.map(({ environments, outcome, places }, at) => [
    String(at + 1),
    environments.map(code).join(', '),
    OUTCOMES[outcome],
    places
      .map((place) => `${code(place.component)} in ${code(place.environment)}: ${stateText(place, code)}`)
      .join('; '),
  ]);
  const reasons = waves.flatMap(({ places }) =>
    places.flatMap((place) =>
      place.verdict === undefined ? [] : [`- ${code(place.environment)}: ${prose(place.why)}`],
    ),
  );
  return rows.length === 0 ? [] : [...table(['Wave', 'Environments', 'Outcome', 'What'], rows), '', ...reasons, ''];
}

/** What a run did with a group, in one line of Markdown. */
export function waveHeadline({ command, waves, dryRun }: RunReport): string {
  if (dryRun) {
    return `Would ${command === 'rollback' ? 'roll back a group' : 'promote to a group'}`;
  }
  const back = waves.some(({ outcome }) => outcome === 'rolled-back');
  if (back) {
    return command === 'rollback' ? 'The group was rolled back' : 'The version was taken back from the group';
  }
  const done = waves.filter(({ outcome }) => outcome === 'passed' || outcome === 'unchanged').length;
  return command === 'rollback'
    ? 'Nothing of the group had to go back'
    : `${done} of ${waves.length} waves of the group have the version`;
}

/** What became of a place. @param show how names and versions are written */
function stateText(
  { state, version = 'nothing', verdict, rolledBackTo, held }: WavePlace,
  show: (text: string) => string = (text) => text,
): string {
  const said = verdict === undefined ? '' : `, ${verdict}`;
  switch (state) {
    case 'there':
      return `${show(version)} was there`;
    case 'moved':
      return `${show(version)}, not watched: no gate`;
    case 'watched':
      return `${show(version)}${said}`;
    case 'failed':
      return `${show(version)}${said === '' ? ', unfinished' : said}`;
    case 'waiting':
      return `${show(version)}, not reached`;
    case 'left':
      return 'not concerned';
    case 'back': {
      const hold = held === undefined ? '' : ', held';
      return `${show(version)}${said}, back to ${show(rolledBackTo ?? 'nothing')}${hold}`;
    }
  }
}
