import { withoutLot } from '../federation/without-lot';

/** A text with every request's id and lot replaced, and one name by another of the same length: what is left must not differ. */
export function sameBut(text: string, name = '', stand = ''): string {
  const withoutIds = withoutLot(text).replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id');
  return name === '' ? withoutIds : withoutIds.replaceAll(name, stand);
}
