import { render } from 'preact';
import type { PageContents, PageFront, PageGates } from '../../domain/page/data.ts';
import { App } from './app.tsx';
import { modelOf } from './model.ts';

const root = document.getElementById('page');
if (root !== null) {
  let isMissed = false;
  const later = (id: string): unknown => {
    if (document.readyState === 'loading') {
      isMissed = true;
      return undefined;
    }
    return embedded(id);
  };
  const model = modelOf(embedded('data') as PageFront, {
    gates: () => later('gates') as PageGates | undefined,
    contents: () => later('contents') as PageContents | undefined,
  });
  root.replaceChildren();
  const show = (): void => render(<App model={model} />, root);
  show();
  // Who is faster than the browser sees charts and contents when they have come.
  document.addEventListener('DOMContentLoaded', () => isMissed && show());
}

/** What a `script` element without a script has in it. */
function embedded(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? '');
}
