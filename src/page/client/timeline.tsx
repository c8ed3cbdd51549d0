import { useMemo } from 'preact/hooks';
import { isoText, type Model, type Move, timeText } from './model.ts';

/** Columns of the drawing above the slider. */
const COLUMNS = 120;

interface Properties {
  readonly model: Model;
  readonly at: number;
  /** The moves that the filters leave, for the steps. */
  readonly shown: readonly Move[];
  readonly onTime: (at: number) => void;
}

/** The slider of the time, with what happened when drawn above it. */
export function Timeline({ model, at, shown, onTime }: Properties) {
  const { begin, end } = model.data;
  const columns = useMemo(() => columnsOf(shown, begin, end), [shown]);
  const most = Math.max(1, ...columns.map(({ all }) => all));
  const step = (by: -1 | 1): void => {
    const next =
      by < 0
        ? shown.findLast((move) => (move.at ?? begin) < at && move.at !== undefined)
        : shown.find((move) => (move.at ?? begin) > at);
    onTime(next?.at ?? (by < 0 ? begin : end));
  };
  return (
    <section class="timeline" aria-label="Time">
      <div class="now">
        <p class="time">{timeText(at)} UTC</p>
        <span class="buttons">
          <button type="button" onClick={() => step(-1)}>
            <span aria-hidden="true">◀</span> Move before
          </button>
          <button type="button" onClick={() => step(1)}>
            Move after <span aria-hidden="true">▶</span>
          </button>
          <button type="button" onClick={() => onTime(end)} disabled={at === end}>
            Latest
          </button>
          <label>
            <span class="label">Go to (UTC)</span>
            <input
              type="datetime-local"
              step={1}
              min={isoText(begin).slice(0, -1)}
              max={isoText(end).slice(0, -1)}
              value={isoText(at).slice(0, -1)}
              onChange={({ currentTarget: { value } }) => {
                const time = Date.parse(`${value}Z`) / 1000;
                if (Number.isFinite(time)) {
                  onTime(Math.min(end, Math.max(begin, time)));
                }
              }}
            />
          </label>
        </span>
      </div>
      <svg class="columns" viewBox={`0 0 ${COLUMNS} 24`} preserveAspectRatio="none" aria-hidden="true">
        {columns.map(({ all, back }, i) =>
          all === 0 ? null : (
            <g key={i}>
              <rect x={i + 0.1} width={0.8} y={24 - height(all, most)} height={height(all, most)} />
              {back === 0 ? null : (
                <rect class="back" x={i + 0.1} width={0.8} y={24 - height(back, most)} height={height(back, most)} />
              )}
            </g>
          ),
        )}
      </svg>
      <input
        id="time"
        type="range"
        aria-label="Time, as which everything below is shown"
        aria-valuetext={`${timeText(at)} UTC`}
        min={begin}
        max={Math.max(end, begin + 1)}
        step={1}
        value={at}
        onInput={({ currentTarget: { value } }) => onTime(Math.min(end, Number(value)))}
      />
      <div class="ends" aria-hidden="true">
        <span>{timeText(begin)}</span>
        <span>{timeText(end)}</span>
      </div>
    </section>
  );
}

/** A single move has to be seen beside a hundred. */
function height(count: number, most: number): number {
  return 3 + (21 * Math.log1p(count)) / Math.log1p(most);
}

function columnsOf(moves: readonly Move[], begin: number, end: number): { all: number; back: number }[] {
  const columns = Array.from({ length: COLUMNS }, () => ({ all: 0, back: 0 }));
  for (const { at, kind } of moves) {
    const part = ((at ?? begin) - begin) / Math.max(1, end - begin);
    const column = columns[Math.min(COLUMNS - 1, Math.max(0, Math.floor(part * COLUMNS)))];
    if (column !== undefined && kind !== 'healthy') {
      column.all += 1;
      column.back += kind === 'rollback' || kind === 'held' ? 1 : 0;
    }
  }
  return columns;
}
