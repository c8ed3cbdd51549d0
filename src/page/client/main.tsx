import { render } from 'preact';
import type { PageData } from '../../domain/page/data.ts';
import { App } from './app.tsx';
import { modelOf } from './model.ts';

const root = document.getElementById('page');
const data = document.getElementById('data');
if (root !== null && data !== null) {
  root.replaceChildren();
  render(<App model={modelOf(JSON.parse(data.textContent ?? '') as PageData)} />, root);
}
