import type { CaseDomain } from '@pasarela/serve/smuggling/case-domain';
import { DOCUMENT_FORGERY, SMUGGLING_OF_MIGRANTS, TRAFFICKING_IN_PERSONS } from '@pasarela/serve/smuggling/iccs-codes';

/** The share of victims with an application for a T visa on record, invented. */
const T_VISA_SHARE = 0.3;

/** What is the United States' own in the synthetic cases: smuggling first, routes to its border, its agencies. */
export const USA_CASES: CaseDomain = {
  party: 'USA',
  prefix: 'Usa',
  name: 'the United States',
  dataset: 'SYNTHETIC smuggling cases of the United States',
  mix: {
    seed: 20_240_826,
    casesAtScale1: 500,
    offences: [
      [[SMUGGLING_OF_MIGRANTS], 70],
      [[SMUGGLING_OF_MIGRANTS, TRAFFICKING_IN_PERSONS], 12],
      [[TRAFFICKING_IN_PERSONS], 8],
      [[SMUGGLING_OF_MIGRANTS, DOCUMENT_FORGERY], 10],
    ],
    agencies: [
      [{ name: 'USA: HSI', originator: 'DHS' }, 25],
      [{ name: 'USA: CBP', originator: 'DHS' }, 25],
      [{ name: 'USA: FBI', originator: 'DOJ' }, 25],
      [{ name: 'USA: DOJ JTFA', originator: 'DOJ' }, 25],
    ],
    stretches: {
      'CO-NSA>CO-ANT': 4,
      'CO-NAR>CO-VAC': 3,
      'CO-NAR>CO-ANT': 3,
      'CO-ANT>CO-CHO': 12,
      'CO-ANT>PA-KY': 8,
      'CO-ANT>PA-5': 8,
      'CO-CHO>PA-5': 14,
      'CO-CHO>PA-EM': 4,
      'CO-SAP>PA-KY': 6,
      'PA-5>PA-8': 5,
      'PA-5>PA-4': 10,
      'PA-EM>PA-4': 1,
      'PA-4>US-TX': 12,
      'PA-4>US-AZ': 8,
      'PA-4>US-CA': 6,
    },
    suspectNationalities: ['COL', 'ECU', 'GTM', 'HND', 'MEX', 'PAN', 'USA', 'VEN'],
    ownOfPerson: (random, { isVictim }) => ({ tVisaApplication: isVictim && random.chance(T_VISA_SHARE) }),
  },
};
