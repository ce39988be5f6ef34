import { type PartySaid, partySaid } from '@pasarela/schema/enrolment/enrolment';
import { PartyFault } from './fault';

/** What a party says of itself on the command line. */
export interface PartyFlags {
  readonly nameEn: string;
  readonly nameEs: string;
  readonly agency: readonly string[];
  readonly issuer: string;
  readonly contact: string;
  readonly subgraph: readonly string[];
}

/** Reads what a party says of itself, spelling into its plain form. @throws PartyFault that says what is wrong. */
export function saidOfParty(party: string, flags: PartyFlags): PartySaid {
  const parsed = partySaid.safeParse({
    party,
    name: { en: plain(flags.nameEn), es: plain(flags.nameEs) },
    contact: plain(flags.contact),
    agencies: flags.agency.map((word) => pairIn(word, 'badAgency')).map(([code, name]) => ({ code, name })),
    issuer: flags.issuer,
    subgraphs: flags.subgraph.map((word) => pairIn(word, 'badSubgraph')).map(([name, url]) => ({ name, url })),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new PartyFault('badParty', { what: `${issue?.path.join('.')}: ${issue?.message}` });
}

const plain = (text: string): string => text.trim().normalize('NFC');

function pairIn(word: string, fault: 'badAgency' | 'badSubgraph'): readonly [string, string] {
  const [, first = '', second = ''] = /^([^=]+)=(.+)$/s.exec(word) ?? [];
  if (second === '') throw new PartyFault(fault);
  return [first, plain(second)];
}
