/** A header that was given once; undefined for any other. */
export const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? undefined : value;
