/** The governments of the joint statement: they report on its commitments. */
export const GOVERNMENTS = ['COL', 'PAN', 'USA'] as const;
