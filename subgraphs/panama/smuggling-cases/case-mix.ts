import type { CaseDomain } from '@pasarela/serve/smuggling/case-domain';
import { DOCUMENT_FORGERY, SMUGGLING_OF_MIGRANTS, TRAFFICKING_IN_PERSONS } from '@pasarela/serve/smuggling/iccs-codes';

/** What is Panama's own in the synthetic cases: trafficking in persons first, routes across its territory, its agencies. */
export const PANAMA_CASES: CaseDomain = {
  party: 'PAN',
  prefix: 'Panama',
  name: 'Panama',
  dataset: 'SYNTHETIC smuggling cases of Panama',
  mix: {
    seed: 20_240_828,
    casesAtScale1: 300,
    offences: [
      [[TRAFFICKING_IN_PERSONS], 25],
      [[SMUGGLING_OF_MIGRANTS, TRAFFICKING_IN_PERSONS], 20],
      [[SMUGGLING_OF_MIGRANTS], 50],
      [[SMUGGLING_OF_MIGRANTS, DOCUMENT_FORGERY], 5],
    ],
    agencies: [
      [{ name: 'PAN: Ministerio Público', originator: 'MINISTERIO_PUBLICO' }, 60],
      [{ name: 'PAN: SENAFRONT', originator: 'SENAFRONT' }, 25],
      [{ name: 'PAN: SNM', originator: 'SNM' }, 15],
    ],
    stretches: {
      'CO-ANT>PA-KY': 12,
      'CO-ANT>PA-5': 5,
      'CO-CHO>PA-5': 25,
      'CO-CHO>PA-EM': 8,
      'CO-SAP>PA-KY': 4,
      'PA-5>PA-8': 15,
      'PA-5>PA-4': 20,
      'PA-EM>PA-4': 8,
      'PA-4>US-TX': 2,
    },
    suspectNationalities: ['COL', 'CRI', 'PAN', 'VEN'],
  },
};
