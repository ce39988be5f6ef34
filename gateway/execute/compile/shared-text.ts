/**
 * Marks an object that stands at several places of one answer, and holds its JSON once it was written: empty before.
 * No name in a reply can be this key.
 */
export const SHARED_TEXT = Symbol('shared text');

/**
 * Which writer made that text. INVARIANT: no other takes it: below objects of another type another part of the same
 * object may be asked, or withheld.
 */
export const WRITTEN_BY = Symbol('written by');
