import { type Model, type Place, type Standing, standingAt, timeText } from './model.ts';
import { Name } from './parts.tsx';
import { useWindow } from './window.ts';

/** Pixels of a row; the style sheet has the same. */
const ROW = 46;

interface Properties {
  readonly model: Model;
  readonly components: readonly string[];
  readonly environments: readonly string[];
  readonly at: number;
  readonly selected: Place | undefined;
  readonly onSelect: (place: Place) => void;
}

/** What runs where at a time: a row for each component, a column for each environment. */
export function Grid({ model, components, environments, at, selected, onSelect }: Properties) {
  const { first, end, onScroll, ref } = useWindow(components.length, ROW);
  if (components.length === 0) {
    return <p class="quiet">No component fits these filters.</p>;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section class="scroll grid" ref={ref} onScroll={onScroll} tabIndex={0} aria-label="What runs where">
      <table aria-rowcount={components.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Component</th>
            {environments.map((environment) => (
              <th key={environment} scope="col">
                <Name>{environment}</Name>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space rows={first} columns={environments.length + 1} />
          {components.slice(first, end).map((component, i) => (
            <tr key={component} aria-rowindex={first + i + 2}>
              <th scope="row" title={component}>
                <Name>{component}</Name>
              </th>
              {environments.map((environment) => {
                const place = model.place(component, environment);
                const standing = place === undefined ? undefined : standingAt(place, at);
                return place === undefined || (standing === undefined && place.moves.length === 0) ? (
                  <td key={environment} class="none">
                    –
                  </td>
                ) : (
                  <td key={environment}>
                    <Cell place={place} standing={standing} isSelected={place === selected} onSelect={onSelect} />
                  </td>
                );
              })}
            </tr>
          ))}
          <Space rows={components.length - end} columns={environments.length + 1} />
        </tbody>
      </table>
    </section>
  );
}

function Cell({
  place,
  standing,
  isSelected,
  onSelect,
}: {
  readonly place: Place;
  readonly standing: Standing | undefined;
  readonly isSelected: boolean;
  readonly onSelect: (place: Place) => void;
}) {
  const [state, sign] = standing === undefined ? ['nothing', ''] : stateOf(standing);
  return (
    <button
      type="button"
      class={`cell ${state.replaceAll(' ', '-')}`}
      aria-pressed={isSelected}
      onClick={() => onSelect(place)}
    >
      <span class="version">
        <Name>{standing?.last.version}</Name>{' '}
        {sign === '' ? null : (
          <span class="sign" role="img" aria-label={state}>
            {sign}
          </span>
        )}
      </span>
      <span class="since">{standing === undefined ? 'nothing' : timeText(standing.move.at).slice(0, 16)}</span>
    </button>
  );
}

/** What is to be seen of a version at once, as a word and a sign. */
export function stateOf({ move, last }: Standing): readonly [word: string, sign: string] {
  if (last.kind === 'held') {
    return ['held', '‖'];
  }
  if (move.isPending) {
    return ['not confirmed', '…'];
  }
  if (last.kind === 'healthy' || move.isHealthy) {
    return ['healthy', '✓'];
  }
  return move.kind === 'rollback' ? ['after a rollback', '↩'] : ['deployed', ''];
}

function Space({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  return rows <= 0 ? null : (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused
    <tr aria-hidden="true" class="space">
      <td colSpan={columns} style={{ height: `${rows * ROW}px` }} />
    </tr>
  );
}
