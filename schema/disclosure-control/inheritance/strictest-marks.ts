/** The traffic light protocol 2.0 (FIRST 2022), from the freest to the strictest. */
export const TRAFFIC_LIGHTS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'] as const;

/** A light of the traffic light protocol. */
export type TrafficLightMark = (typeof TRAFFIC_LIGHTS)[number];

/** The handling codes of SIENA. Each is a limit of its own: a result carries all that any input carries. */
export const HANDLING_CODES = ['H0', 'H1', 'H2', 'H3'] as const;

/** A handling code of SIENA. */
export type HandlingCodeMark = (typeof HANDLING_CODES)[number];

/** What a document or a table says of how it may be handled. */
export interface Marks {
  readonly tlp: TrafficLightMark;
  readonly handlingCodes: readonly HandlingCodeMark[];
  /** Whose information it is: each must be asked where a code asks for the originator's permission. */
  readonly originators: readonly string[];
  readonly datasets: readonly string[];
  /** Whether any of it was invented. */
  readonly synthetic: boolean;
}

/**
 * The marks of what is made of several inputs: the strictest light, every handling code, originator and dataset;
 * synthetic as soon as one input is.
 *
 * @throws Error where there is no input, or a light or code is unknown: what is not known is not marked as free.
 */
export function strictestMarks(inputs: readonly Marks[]): Marks {
  const [strictest] = inputs.map(({ tlp }) => rankOf(tlp, TRAFFIC_LIGHTS)).sort((one, other) => other - one);
  const tlp = TRAFFIC_LIGHTS[strictest ?? -1];
  if (!tlp) throw new Error('Nothing has no marks.');
  const codes = inputs.flatMap(({ handlingCodes }) => handlingCodes.map((code) => rankOf(code, HANDLING_CODES)));
  return {
    tlp,
    handlingCodes: HANDLING_CODES.filter((_, rank) => codes.includes(rank)),
    originators: united(inputs.map(({ originators }) => originators)),
    datasets: united(inputs.map(({ datasets }) => datasets)),
    synthetic: inputs.some(({ synthetic }) => synthetic),
  };
}

function rankOf<Mark extends string>(mark: Mark, order: readonly Mark[]): number {
  const rank = order.indexOf(mark);
  if (rank < 0) throw new Error('A mark is of no known kind.');
  return rank;
}

const united = (lists: ReadonlyArray<readonly string[]>): string[] => [...new Set(lists.flat())].sort();
