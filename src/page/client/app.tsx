import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dispatchWords, shellQuote } from '../../domain/post-mortem/shell.ts';
import { printable } from '../../domain/text.ts';
import { Detail } from './detail.tsx';
import { Grid } from './grid.tsx';
import { type Filters, filtered, isoText, type Model, type Move, NO_FILTERS, type Place, timeText } from './model.ts';
import { Moves } from './moves.tsx';
import { Command, KINDS } from './parts.tsx';
import { Timeline } from './timeline.tsx';

/** The whole page. */
export function App({ model }: { readonly model: Model }) {
  const { data } = model;
  const [at, setAt] = useState(data.at);
  const [filters, setFilters] = useState(NO_FILTERS);
  const [place, setPlace] = useState<Place | undefined>();
  const [move, setMove] = useState<Move | undefined>();
  const shown = useMemo(() => filtered(model.moves, filters), [filters]);
  const latestFirst = useMemo(() => [...shown].reverse(), [shown]);
  const { components, environments } = useMemo(() => visiblePlaces(model, filters), [filters]);
  const panel = useRef<HTMLElement>(null);
  const choose = (one: Place): void => {
    setPlace(one);
    // On a phone it is far below.
    requestAnimationFrame(() => {
      if ((panel.current?.getBoundingClientRect().top ?? 0) > innerHeight) {
        panel.current?.scrollIntoView();
      }
    });
  };
  const goTo = (time: number): void => {
    setAt(time);
    setMove(undefined);
  };
  return (
    <>
      <header>
        <div>
          <h1>
            <bdi>{printable(data.repository)}</bdi>
          </h1>
          <p class="quiet">
            What ran where, written {timeText(data.written)} UTC
            {data.ledger === null
              ? ', from the tags: there is no ledger yet'
              : `, from number ${data.ledger.seq} of the ledger (${printable(data.ledger.ref)}, ${printable(data.ledger.commit.slice(0, 12))})`}
          </p>
        </div>
        <Theme />
      </header>
      {data.notes.map((note) => (
        <p key={note} class="note" role="note">
          {printable(note)}
        </p>
      ))}
      <Timeline model={model} at={at} shown={shown} onTime={goTo} />
      <FilterBar model={model} filters={filters} onFilters={setFilters} />
      <p class="status" role="status">
        {environments.length} {environments.length === 1 ? 'environment' : 'environments'}, {components.length}{' '}
        {components.length === 1 ? 'component' : 'components'}, {shown.length} {shown.length === 1 ? 'move' : 'moves'}
      </p>
      <div class="columns-layout">
        <main>
          <h2>What runs where</h2>
          <Grid
            model={model}
            components={components}
            environments={environments}
            at={at}
            selected={place}
            onSelect={choose}
          />
          <h2>Moves</h2>
          <Moves
            moves={latestFirst}
            at={at}
            selected={move}
            onSelect={(one) => {
              setAt(Math.max(data.begin, one.at ?? data.begin));
              setMove(one);
              choose(one.place);
            }}
          />
        </main>
        <aside ref={panel} aria-label="Details">
          {place === undefined ? (
            <p class="quiet">Choose a version or a move to see who put it there, why, and what is different.</p>
          ) : (
            <Detail key={`${place.component} ${place.environment}`} model={model} place={place} at={at} onTime={goTo} />
          )}
          <Restore model={model} at={at} place={place} />
        </aside>
      </div>
    </>
  );
}

/** The commands that bring an environment back to what it ran then. */
function Restore({
  model,
  at,
  place,
}: {
  readonly model: Model;
  readonly at: number;
  readonly place: Place | undefined;
}) {
  const [chosen, setChosen] = useState<string | undefined>();
  const shown = chosen ?? place?.environment ?? model.environments[0];
  if (shown === undefined || model.data.ledger === null) {
    return null;
  }
  const exact = model.data.environments.find((name) => printable(name) === shown) ?? shown;
  const time = isoText(at);
  const dispatch = dispatchWords('restore.yml', { environment: exact, from: exact, at: time });
  return (
    <section class="restore" aria-labelledby="restore-title">
      <h2 id="restore-title">Go back to then</h2>
      <label>
        <span class="label">Environment</span>
        <select value={shown} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          {model.environments.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p class="quiet">Moves every component of it to what it ran at {timeText(at)} UTC. Both show the plan first.</p>
      <Command label="With the workflow restore.yml" text={dispatch.join(' ')} />
      <Command
        label="On a machine"
        text={`npx tagship restore --environment ${shellQuote(exact)} --at ${time} --dry-run`}
      />
    </section>
  );
}

function FilterBar({
  model,
  filters,
  onFilters,
}: {
  readonly model: Model;
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}) {
  const choice = (label: string, name: keyof Filters, options: readonly (readonly [string, string])[]) => (
    <label>
      <span class="label">{label}</span>
      <select
        value={filters[name]}
        onChange={({ currentTarget }) => onFilters({ ...filters, [name]: currentTarget.value })}
      >
        <option value="">All</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const field = (label: string, name: keyof Filters, hint: string) => (
    <label>
      <span class="label">{label}</span>
      <input
        type="search"
        placeholder={hint}
        value={filters[name]}
        onInput={({ currentTarget }) => onFilters({ ...filters, [name]: currentTarget.value })}
      />
    </label>
  );
  return (
    <search class="filters" aria-label="Filters">
      {field('Component', 'component', 'prompts/')}
      {choice(
        'Environment',
        'environment',
        model.environments.map((name) => [name, name]),
      )}
      {choice(
        'Who',
        'actor',
        model.actors.map((name) => [name, name]),
      )}
      {choice(
        'What',
        'kind',
        Object.entries(KINDS).map(([kind, [word]]) => [kind, word]),
      )}
      {field('Text', 'text', 'reason, version, commit')}
      <button
        type="button"
        onClick={() => onFilters(NO_FILTERS)}
        disabled={Object.values(filters).every((one) => one === '')}
      >
        Clear
      </button>
    </search>
  );
}

function visiblePlaces(
  { components, environments, place }: Model,
  { component, environment }: Filters,
): { readonly components: readonly string[]; readonly environments: readonly string[] } {
  const columns = environments.filter((name) => environment === '' || name === environment);
  const wanted = component.toLowerCase();
  return {
    environments: columns,
    components: components.filter(
      (name) => name.toLowerCase().includes(wanted) && columns.some((one) => place(name, one) !== undefined),
    ),
  };
}

const THEMES = ['system', 'light', 'dark'] as const;

/** The switch of dark and light; at first it is as the system has it. */
function Theme() {
  const [theme, setTheme] = useState<(typeof THEMES)[number]>('system');
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <label class="theme">
      <span class="label">Theme</span>
      <select value={theme} onChange={({ currentTarget }) => setTheme(THEMES[currentTarget.selectedIndex] ?? 'system')}>
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
