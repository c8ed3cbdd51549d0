const DEFAULT_SIZE = 30;
const MAX_SIZE = 100;

/** One page of a list and the Link header that leads to the others. */
export interface Page {
  readonly items: readonly unknown[];
  readonly link: string | undefined;
}

/** Cuts the page out of a list that the query asks for; `url` is the request's own. */
export function pageOf(list: readonly unknown[], query: Readonly<Record<string, unknown>>, url: string): Page {
  const size = Math.min(MAX_SIZE, numberOr(query.per_page, DEFAULT_SIZE));
  const page = numberOr(query.page, 1);
  const last = Math.max(1, Math.ceil(list.length / size));
  const linkTo = (target: number, relation: string) => {
    const address = new URL(url);
    address.searchParams.set('page', String(target));
    return `<${address}>; rel="${relation}"`;
  };
  const links: string[] = [];
  if (page > 1) links.push(linkTo(Math.min(page - 1, last), 'prev'));
  if (page < last) links.push(linkTo(page + 1, 'next'), linkTo(last, 'last'));
  if (page > 1) links.push(linkTo(1, 'first'));
  return { items: list.slice((page - 1) * size, page * size), link: links.length > 0 ? links.join(', ') : undefined };
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' && value >= 1 ? value : fallback;
}
