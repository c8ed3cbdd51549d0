import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Move } from './model.ts';

/** The words for what happened, and the sign before them. */
export const KINDS: Readonly<Record<Move['kind'], readonly [word: string, sign: string]>> = {
  deploy: ['deployed by hand', '↑'],
  promote: ['promoted', '↑'],
  rollback: ['rolled back', '↩'],
  restore: ['restored', '⟲'],
  seed: ['there before', '•'],
  remove: ['removed', '✕'],
  healthy: ['healthy', '✓'],
  held: ['held', '‖'],
};

/** A name or a text of somebody else's, which must not turn its surroundings around. */
export function Name({ children }: { readonly children: string | undefined }) {
  return <bdi class="name">{children ?? '–'}</bdi>;
}

export function Kind({ kind }: Pick<Move, 'kind'>) {
  const [word, sign] = KINDS[kind];
  return (
    <span class={`kind ${kind}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}

/** A command to be copied. */
export function Command({ label, text }: { readonly label: string; readonly text: string }) {
  const [state, setState] = useState('Copy');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState('Copied');
    } catch {
      setState('Select and copy it');
    }
    setTimeout(() => setState('Copy'), 3000);
  };
  return (
    <div class="command">
      <span class="label">{label}</span>
      <pre>
        <code>{text}</code>
      </pre>
      <button type="button" onClick={copy} aria-label={`${state}: ${label}`}>
        {state}
      </button>
    </div>
  );
}

/** A link to the repository's server, opened beside the page. */
export function Link({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
