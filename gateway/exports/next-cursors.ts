import { requestError } from '@pasarela/schema/errors';
import type { PagedList } from './paged-query';

/** With which variables the next page is asked: by the name of each, the cursor that its list came to. */
export type Cursors = Readonly<Record<string, string>>;

/** What one page says of the lists in it. */
export interface PageEnd {
  readonly rows: number;
  /** The variables of the next page; null when no list has one. */
  readonly next: Cursors | null;
}

/**
 * Reads off a page where its lists go on. A list that came to its end stays there: asked on from its last row it
 * gives no more, while others go on.
 * @throws EXPORT_NOT_PAGED where a list stands in another list, so that one cursor would not do
 */
export function endOfPage(data: unknown, lists: readonly PagedList[], cursors: Cursors): PageEnd {
  const next: Record<string, string> = { ...cursors };
  let [rows, goesOn] = [0, false];
  for (const { path, variable } of lists) {
    const { edges, pageInfo } = listAt(data, path);
    rows += Array.isArray(edges) ? edges.length : 0;
    const { hasNextPage, endCursor } = pageInfo ?? {};
    if (typeof endCursor !== 'string' || endCursor === cursors[variable]) continue;
    next[variable] = endCursor;
    goesOn ||= hasNextPage === true;
  }
  return { rows, next: goesOn ? next : null };
}

interface List {
  readonly edges?: unknown;
  readonly pageInfo?: { readonly hasNextPage?: unknown; readonly endCursor?: unknown } | null;
}

/** A list that is withheld, or whose owner is down, has no rows and no next page. */
function listAt(data: unknown, path: readonly string[]): List {
  let found = data;
  for (const name of path) {
    if (Array.isArray(found)) throw requestError('EXPORT_NOT_PAGED');
    found = (found as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  }
  return found ?? {};
}
