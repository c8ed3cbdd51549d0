import { createHash } from 'node:crypto';
import { printable } from '../text.ts';
import { embedded } from './budget.ts';
import type { Page } from './contents.ts';
import type { PageFront } from './data.ts';

/** What the page runs and looks like. */
export interface PageAsset {
  readonly script: string;
  readonly style: string;
}

/**
 * The page as one file. It may run its own script and nothing else, and may ask nobody for anything: what is embedded was
 * written by many.
 */
export function pageDocument({ data, contents }: Page, { script, style }: PageAsset): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  const { gates, ...rest } = data;
  const front: PageFront = rest;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="generator" content="Tagship">
<title>${inHtml(printable(data.repository))}: what ran where</title>
<style>${style}</style>
</head>
<body>
<div id="page"><noscript>This page needs JavaScript. It asks no server for anything.</noscript></div>
<script type="application/json" id="data">${embedded(front)}</script>
<script type="application/json" id="gates">${embedded(gates)}</script>
<script type="application/json" id="contents">${embedded(contents)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
