/** What is made of a stored value; null where none is stored, so that one gap never spoils a whole list. */
export const ifKnown = <Stored, Made>(
  stored: Stored | null | undefined,
  make: (stored: Stored) => Made,
): Made | null => (stored === null || stored === undefined ? null : make(stored));
