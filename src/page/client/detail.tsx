import { useState } from 'preact/hooks';
import { duration, printable } from '../../domain/text.ts';
import { Chart } from './chart.tsx';
import { Content, Difference } from './difference.tsx';
import { stateOf } from './grid.tsx';
import { type Fate, fateOf, type Model, type Move, nextOf, type Place, standingAt, timeText } from './model.ts';
import { Kind, Link, Name } from './parts.tsx';

interface Properties {
  readonly model: Model;
  readonly place: Place;
  readonly at: number;
  readonly onTime: (at: number) => void;
}

/** Moves of one place that are listed: a page may have thousands of them. */
const MAX_LISTED = 50;

/** Everything about one component in one environment at a time. */
export function Detail({ model, place, at, onTime }: Properties) {
  const standing = standingAt(place, at);
  return (
    <section class="detail" aria-labelledby="detail-title">
      <h2 id="detail-title">
        <Name>{place.component}</Name> in <Name>{place.environment}</Name>
      </h2>
      {standing === undefined ? (
        <p>Nothing ran there at {timeText(at)} UTC.</p>
      ) : (
        <>
          <p class="lead">
            <strong>
              <Name>{standing.last.version}</Name>
            </strong>{' '}
            ({stateOf(standing)[0]}) since {timeText(standing.move.at)}
            {standing.move.at === undefined ? '' : ` UTC, ${duration((at - standing.move.at) * 1000)} by then`}
          </p>
          <Facts model={model} move={standing.move} fate={fateUntil(standing.move, at)} />
        </>
      )}
      <Comparison key={`${standing?.move.number} ${place.component}`} model={model} place={place} at={at} />
      <h3>What ran here</h3>
      <ol class="past">
        {place.moves
          .slice(-MAX_LISTED)
          .reverse()
          .map((move) => (
            <li key={move.number} class={(move.at ?? 0) > at ? 'later' : ''}>
              <button
                type="button"
                aria-current={move === standing?.last}
                onClick={() => onTime(move.at ?? model.data.begin)}
              >
                {timeText(move.at)} <Kind kind={move.kind} /> <Name>{move.version ?? 'nothing'}</Name>
              </button>
            </li>
          ))}
      </ol>
      {place.moves.length > MAX_LISTED ? (
        <p class="quiet">{place.moves.length - MAX_LISTED} earlier ones are in the list of moves.</p>
      ) : null}
    </section>
  );
}

/** What became of a version until a time; undefined while nobody knew yet. */
function fateUntil(move: Move, at: number): Fate | undefined {
  const next = nextOf(move);
  const isLater = next !== undefined && (next.at ?? 0) > at;
  const fate = fateOf(move);
  return fate.verdict === undefined || (isLater && fate.verdict === 'healthy') ? undefined : fate;
}

function Facts({ model, move, fate }: { readonly model: Model; readonly move: Move; readonly fate: Fate | undefined }) {
  const { serverUrl, repository, runs } = model.data;
  const home = `${serverUrl}/${repository}`;
  return (
    <>
      <dl>
        <dt>How</dt>
        <dd>
          <Kind kind={move.kind} />
          {move.previous === undefined ? null : (
            <>
              , was <Name>{move.previous}</Name>
            </>
          )}
        </dd>
        <dt>Who</dt>
        <dd>
          <Name>{move.actor ?? 'unknown'}</Name>
          {move.run === undefined || !/^\d+$/.test(move.run) ? null : (
            <>
              , in <Link href={`${runs}${move.run}`}>run {move.run}</Link>
            </>
          )}
        </dd>
        <dt>Why</dt>
        <dd>{move.reason === undefined ? 'no reason given' : <bdi>{move.reason}</bdi>}</dd>
        {move.override === undefined ? null : (
          <>
            <dt>Passed over</dt>
            <dd>
              <Name>{move.override}</Name>
            </dd>
          </>
        )}
        {move.commit === undefined ? null : (
          <>
            <dt>Commit</dt>
            <dd>
              {/^[0-9a-f]{7,40}$/.test(move.commit) ? (
                <Link href={`${home}/commit/${move.commit}`}>
                  <Name>{move.commit}</Name>
                </Link>
              ) : (
                <Name>{move.commit}</Name>
              )}
              , ledger number {move.ledger}
            </dd>
          </>
        )}
        <dt>Gate</dt>
        <dd>{fate === undefined ? 'no verdict recorded' : <Verdict fate={fate} reason={nextOf(move)?.reason} />}</dd>
      </dl>
      {fate?.gate?.plots.map((plot) => (
        <Chart key={plot.name} plot={plot} />
      ))}
      {move.kind === 'rollback' && move.gate !== undefined ? (
        <>
          <h3>
            What the gate saw of <Name>{move.previous ?? 'the version before'}</Name>
          </h3>
          {move.gate.plots.map((plot) => (
            <Chart key={plot.name} plot={plot} />
          ))}
        </>
      ) : null}
    </>
  );
}

function Verdict({ fate, reason }: { readonly fate: Fate; readonly reason: string | undefined }) {
  return (
    <>
      <span class={`verdict ${(fate.verdict ?? '').replace(' ', '-')}`}>{fate.verdict}</span>
      {reason === undefined ? null : <bdi>: {reason}</bdi>}
    </>
  );
}

/** The contents of two versions of a component, side by side line by line. */
function Comparison({ model, place, at }: { readonly model: Model; readonly place: Place; readonly at: number }) {
  const standing = standingAt(place, at);
  const versions = versionsOf(model, place.component);
  const now = standing?.move.blob ?? -1;
  const before = place.moves.findLast(
    (move) => move.blob >= 0 && move.version === standing?.move.previous && (move.at ?? 0) <= at,
  );
  const [from, setFrom] = useState(before?.blob ?? now);
  const [to, setTo] = useState(now);
  const choose = (label: string, value: number, set: (blob: number) => void) => (
    <label>
      <span class="label">{label}</span>
      <select value={value} onChange={({ currentTarget }) => set(Number(currentTarget.value))}>
        {versions.map(({ blob, name }) => (
          <option key={`${blob} ${name}`} value={blob}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <h3>Content</h3>
      {versions.length === 0 ? (
        <p class="quiet">The ledger does not say which file this was.</p>
      ) : (
        <>
          <div class="buttons">
            {choose('From', from, setFrom)}
            {choose('To', to, setTo)}
          </div>
          {from === to ? (
            <Content content={model.content(to)} />
          ) : (
            <Difference from={model.content(from)} to={model.content(to)} />
          )}
        </>
      )}
    </>
  );
}

/** The contents of a component by their versions, the latest first. */
function versionsOf(model: Model, component: string): { readonly blob: number; readonly name: string }[] {
  const names = new Map<number, Set<string>>();
  const moves = model.environments.flatMap((environment) => model.place(component, environment)?.moves ?? []);
  for (const { blob, version } of [...moves].sort((one, other) => other.ledger - one.ledger)) {
    if (blob >= 0 && version !== undefined) {
      names.set(blob, (names.get(blob) ?? new Set()).add(version));
    }
  }
  return [...names].map(([blob, versions]) => ({ blob, name: printable([...versions].slice(0, 5).join(', ')) }));
}
