/**
 * Marks an object that stands at several places of one answer, and holds its JSON once it was written: empty before.
 * No name in a reply can be this key.
 */
export const SHARED_TEXT = Symbol('shared text');
