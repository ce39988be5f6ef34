import type { Answer, Notice } from './answer';
import { covers, expand, type PathPattern, parseNoticePath, valueAt } from './answer-path';

type Told = Pick<Answer, 'notices'>;

/** The notices on the value at a path; where one withholds it on every record, the others tell nothing more. */
export function valueNotices(path: PathPattern, { notices }: Told): Notice[] {
  const reaching = notices.filter((notice) => isOnValue(notice) && covers(parseNoticePath(notice.path), path));
  const withholding = reaching.filter(({ code }) => code === 'WITHHELD');
  return withholding.length > 0 ? withholding : reaching;
}

/**
 * The notices by which a record may be missing at the path or on the way to it: those on rows of which the
 * answer holds null or an empty list there.
 */
export function missingRecordNotices(path: PathPattern, answer: Told & { readonly data: unknown }): Notice[] {
  return answer.notices.filter((notice) => {
    const rows = parseNoticePath(notice.path);
    return isOnRows(notice) && covers(rows, path) && holdsNoRecord(answer.data, path.slice(0, rows.length));
  });
}

/** Whether a notice says that less is shown of a value; one on an opening says that more is. */
const isOnValue = (notice: Notice): boolean => !isOnRows(notice) && notice.code !== 'BREAK_GLASS';

/** Whether a notice is about rows, not about a field's value. */
export const isOnRows = ({ code }: Notice): boolean => code === 'ROWS_CONDITIONAL';

/** Whether a notice stands whatever the data, so that it does not tell whether anything is hidden. */
export const isConditional = (notice: Notice): boolean => notice.code === 'CONDITIONAL' || isOnRows(notice);

function holdsNoRecord(data: unknown, place: PathPattern): boolean {
  return expand(data, place).every((path) => {
    const value = valueAt(data, path);
    return value === null || (Array.isArray(value) && value.length === 0);
  });
}
