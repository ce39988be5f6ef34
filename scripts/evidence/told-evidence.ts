/** One field on one day, as the graph tells it. */
export interface ToldTotal {
  /** In a joint domain, whose part it is of; null elsewhere. */
  readonly contributor: string | null;
  readonly day: string;
  readonly party: string;
  readonly purpose: string;
  readonly ruleSetVersion: string;
  readonly coordinate: string;
  readonly outcome: 'SHOWN' | 'LOWERED' | 'WITHHELD';
  readonly level: string | null;
  readonly rule: string | null;
  readonly answers: number;
  readonly values: number;
}

/** What is asked of a total. */
export const TOTAL = 'contributor day party purpose ruleSetVersion coordinate outcome level rule answers values';

/** One answer that left, as the graph tells it. */
export interface ToldDisclosure {
  /** Null in a joint domain, where the hash names the leaf. */
  readonly leaf: number | null;
  readonly leafHash: string;
  /** In a joint domain, whose part it is; null elsewhere. */
  readonly contributor: string | null;
  readonly time: string;
  readonly requestId: string;
  readonly party: string;
  readonly agency: string;
  readonly requester: string;
  readonly purpose: string;
  readonly caseReference: string | null;
  readonly ruleSetVersion: string;
  readonly agreements: readonly string[];
  readonly records: number;
  readonly fields: ReadonlyArray<Pick<ToldTotal, 'coordinate' | 'outcome' | 'level' | 'rule' | 'values'>>;
}

/** What is asked of an answer. */
export const DISCLOSURE =
  'leaf leafHash contributor time requestId party agency requester purpose caseReference ruleSetVersion agreements records fields { coordinate outcome level rule values }';
