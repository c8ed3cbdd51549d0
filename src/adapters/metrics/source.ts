import { type Filling, render } from '../../domain/gate/placeholders.ts';
import type { MetricSource } from '../../domain/gate/policy.ts';
import { TagshipError } from '../../errors.ts';
import type { Scrub } from '../said.ts';
import type { Outcome } from './answer.ts';
import type { Ask } from './request.ts';

/** A metric made ready to be asked once. */
export interface Prepared {
  /** As they are sent, but without secrets. */
  readonly queries: readonly string[];
  readonly ask: (ask: Ask, scrub: Scrub) => Promise<Outcome>;
}

/** A URL made ready, and how it is shown. */
export interface PreparedUrl {
  readonly url: URL;
  readonly show: string;
}

/** @throws TagshipError `metric-unusable`, `input-missing` */
export function preparedUrl(template: string, filling: Filling): PreparedUrl {
  const { send, show } = render(template, 'url', filling);
  const url = URL.parse(send.trim());
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new TagshipError(
      'metric-unusable',
      `The metric \`${filling.metric}\` has no usable URL in \`${template.replaceAll('`', "'")}\`.`,
      'Use an absolute URL with https or http, and without a user and a password.',
    );
  }
  return { url, show };
}

/**
 * The headers of a metric, by their names in lower case.
 * @throws TagshipError `metric-unusable`, `input-missing`
 */
export function preparedHeaders(source: MetricSource, filling: Filling): Record<string, string> {
  return Object.fromEntries(
    Object.entries(source.headers).map(([name, value]) => [
      name.toLowerCase(),
      render(value, 'header', filling).send.trim(),
    ]),
  );
}
