/** A Count of the answer (subgraphs/serve/domain/count.ts); a field that the query left out is absent. */
export interface Figure {
  readonly value: number | null;
  readonly state: string;
  readonly countingParty?: string | null;
  readonly definition?: string | null;
  readonly unit?: string | null;
  readonly asOf?: string | null;
  readonly coverageFrom?: string | null;
  readonly coverageTo?: string | null;
  readonly status?: string | null;
  readonly dataset?: string | null;
  readonly source?: string | null;
  readonly note?: string | null;
}

/** Whether a value of an answer is a figure: an object with `value` and `state`. */
export function isFigure(value: unknown): value is Figure {
  return isRecord(value) && 'value' in value && typeof value.state === 'string';
}

/** Whether a value is an object, neither null nor a list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a figure or record is of a synthetic dataset; those say so in the dataset's name. */
export const isSynthetic = (record: { readonly dataset?: unknown }): boolean =>
  typeof record.dataset === 'string' && record.dataset.startsWith('SYNTHETIC');

/** Whether anything in an answer is synthetic; then all of it is. */
export function holdsSynthetic(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsSynthetic);
  return isRecord(value) && (isSynthetic(value) || Object.values(value).some(holdsSynthetic));
}
