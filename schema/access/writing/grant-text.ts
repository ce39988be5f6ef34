import { Document, isMap, isSeq, type Node } from 'yaml';
import type { Purpose, Role } from '../../identity/purposes';

/** A grant of one field to one audience, as an agreement's file writes it. */
export interface WrittenGrant {
  readonly id: string;
  /** `Type.field`. */
  readonly coordinate: string;
  readonly audience: {
    readonly parties: readonly string[];
    readonly agencies: readonly string[];
    readonly roles: readonly Role[];
  };
  readonly purposes: readonly Purpose[];
  readonly level: string;
}

/** A grant in the order and form in which a file has it. */
export function grantContent({ id, coordinate, audience, purposes, level }: WrittenGrant) {
  const [type = '', field = ''] = coordinate.split('.');
  return { id, fields: { [type]: [field] }, audience, purposes, level };
}

/** The lines of a grant as an entry of a list, without indentation. */
export function grantLines(grant: WrittenGrant): string[] {
  const document = new Document([grantContent(grant)]);
  const entry = isSeq(document.contents) ? document.contents.items[0] : undefined;
  if (isMap(entry)) for (const { value } of entry.items) asOneLine(value as Node | null);
  return document.toString({ lineWidth: 0 }).trimEnd().split('\n');
}

/** Lists and maps within a grant stand on the line of their name. */
function asOneLine(value: Node | null): void {
  if (isMap(value) || isSeq(value)) value.flow = true;
}
