import type { Enrolment } from './enrolment';
import { quoted, quotedTexts } from './quoted';

/** A rule document of a party: its name under a rules folder, and its text. */
export interface FirstDocument {
  readonly name: string;
  readonly text: string;
}

/** Writes who a party is, as its rules say it. */
export function partyDocument({
  party,
  name,
  contact,
  agencies,
}: Pick<Enrolment, 'party' | 'name' | 'contact' | 'agencies'>): FirstDocument {
  const lines = [
    `party: ${party}`,
    `name: ${quotedTexts(name)}`,
    `contact: ${quoted(contact)}`,
    `agencies: [${agencies.map(({ code }) => code).join(', ')}]`,
  ];
  return { name: `parties/${party.toLowerCase()}.yaml`, text: `${lines.join('\n')}\n` };
}
