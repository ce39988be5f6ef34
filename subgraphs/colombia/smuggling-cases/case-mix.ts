import type { CaseDomain } from '@pasarela/serve/smuggling/case-domain';
import { DOCUMENT_FORGERY, SMUGGLING_OF_MIGRANTS, TRAFFICKING_IN_PERSONS } from '@pasarela/serve/smuggling/iccs-codes';

/** What is Colombia's own in the synthetic cases: smuggling by sea from the Gulf of Uraba, forged papers, its agencies. */
export const COLOMBIA_CASES: CaseDomain = {
  party: 'COL',
  prefix: 'Colombia',
  name: 'Colombia',
  dataset: 'SYNTHETIC smuggling cases of Colombia',
  mix: {
    seed: 20_240_827,
    casesAtScale1: 400,
    offences: [
      [[SMUGGLING_OF_MIGRANTS], 60],
      [[SMUGGLING_OF_MIGRANTS, DOCUMENT_FORGERY], 20],
      [[SMUGGLING_OF_MIGRANTS, TRAFFICKING_IN_PERSONS], 10],
      [[TRAFFICKING_IN_PERSONS], 10],
    ],
    agencies: [
      [{ name: 'COL: Fiscalía General de la Nación', originator: 'FISCALIA' }, 70],
      [{ name: 'COL: Migración Colombia', originator: 'MIGRACION_COLOMBIA' }, 30],
    ],
    stretches: {
      'CO-NSA>CO-ANT': 12,
      'CO-NAR>CO-VAC': 8,
      'CO-NAR>CO-ANT': 10,
      'CO-ANT>CO-CHO': 25,
      'CO-ANT>PA-KY': 10,
      'CO-ANT>PA-5': 8,
      'CO-CHO>PA-5': 14,
      'CO-CHO>PA-EM': 1,
      'CO-SAP>PA-KY': 10,
    },
    suspectNationalities: ['COL', 'ECU', 'PAN', 'VEN'],
  },
};
