import { TagshipError } from '../../errors.ts';
import { type Filling, filled, render, unusable } from './placeholders.ts';

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
      unusable(filling),
      `${filled(filling)} has no usable URL in \`${template.replaceAll('`', "'")}\`.`,
      'Use an absolute URL with https or http, and without a user and a password.',
    );
  }
  return { url, show };
}

/**
 * The headers of a metric, by their names in lower case.
 * @throws TagshipError `metric-unusable`, `input-missing`
 */
export function preparedHeaders(
  headers: Readonly<Record<string, string>> | undefined,
  filling: Filling,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      render(value, 'header', filling).send.trim(),
    ]),
  );
}
