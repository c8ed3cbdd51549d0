import { render } from 'preact';
import type { PageContents, PageFront, PageGates } from '../../domain/page/data.ts';
import { App } from './app.tsx';
import { modelOf } from './model.ts';

const root = document.getElementById('page');
if (root !== null) {
  const model = modelOf(embedded('data') as PageFront, {
    gates: () => embedded('gates') as PageGates,
    contents: () => embedded('contents') as PageContents,
  });
  root.replaceChildren();
  render(<App model={model} />, root);
}

/** What a `script` element without a script has in it. */
function embedded(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? '');
}
