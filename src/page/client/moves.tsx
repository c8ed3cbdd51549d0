import { useEffect } from 'preact/hooks';
import { type Move, timeText } from './model.ts';
import { Kind, Name } from './parts.tsx';
import { useWindow } from './window.ts';

/** Pixels of a row; the style sheet has the same. */
const ROW = 58;

interface Properties {
  /** The latest first. */
  readonly moves: readonly Move[];
  readonly at: number;
  readonly selected: Move | undefined;
  readonly onSelect: (move: Move) => void;
}

/** Who moved what when, the latest first. */
export function Moves({ moves, at, selected, onSelect }: Properties) {
  const { first, end, onScroll, ref, show } = useWindow(moves.length, ROW);
  useEffect(() => {
    const row = moves.findIndex((move) => (move.at ?? 0) <= at);
    show(row < 0 ? moves.length - 1 : row);
  }, [at, moves]);
  if (moves.length === 0) {
    return <p class="quiet">No move fits these filters.</p>;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section class="scroll moves" ref={ref} onScroll={onScroll} tabIndex={0} aria-label="Moves, the latest first">
      <ol>
        <Space rows={first} />
        {moves.slice(first, end).map((move, i) => (
          <li
            key={move.number}
            aria-setsize={moves.length}
            aria-posinset={first + i + 1}
            class={(move.at ?? 0) > at ? 'later' : ''}
          >
            <button type="button" aria-pressed={move === selected} onClick={() => onSelect(move)}>
              <span class="line">
                <Kind kind={move.kind} />
                <Name>{move.place.component}</Name>
                <Change move={move} />
              </span>
              <span class="line quiet">
                <span class="where">
                  in <Name>{move.place.environment}</Name>
                </span>
                <time dateTime={move.at === undefined ? undefined : new Date(move.at * 1000).toISOString()}>
                  {timeText(move.at)}
                </time>
                {move.actor === undefined ? null : (
                  <span>
                    by <Name>{move.actor}</Name>
                  </span>
                )}
                {move.reason === undefined ? null : <bdi class="reason">{move.reason}</bdi>}
              </span>
            </button>
          </li>
        ))}
        <Space rows={moves.length - end} />
      </ol>
    </section>
  );
}

/** From which version to which. */
export function Change({ move: { version, previous, kind } }: { readonly move: Move }) {
  const isMove = kind !== 'healthy' && previous !== undefined;
  return (
    <span class="change">
      {isMove ? (
        <span class="was">
          <Name>{previous}</Name> <span aria-hidden="true">→</span>
          <span class="unseen"> to </span>{' '}
        </span>
      ) : null}
      {version === undefined ? 'nothing' : <Name>{version}</Name>}
    </span>
  );
}

function Space({ rows }: { readonly rows: number }) {
  return rows <= 0 ? null : <li aria-hidden="true" class="space" style={{ height: `${rows * ROW}px` }} />;
}
