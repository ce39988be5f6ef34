import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { HandlingCode, TrafficLight } from './case-handling';
import type { SmugglingCaseRow } from './smuggling-case.model';

/** What of the cases another party may know: none that may not be passed on (H2), none that is for named readers (RED). */
export function isPassedOn(
  { handlingCode, tlp }: Pick<SmugglingCaseRow, 'handlingCode' | 'tlp'>,
  { requester }: ServeContext,
): boolean {
  return requester.party === 'USA' || (handlingCode !== HandlingCode.H2 && tlp !== TrafficLight.RED);
}

/** The same as a condition on stored cases. INVARIANT: a case that is not passed on looks like one that does not exist. */
export function passedOnCondition({ requester }: ServeContext): object {
  return requester.party === 'USA' ? {} : { handlingCode: { $ne: HandlingCode.H2 }, tlp: { $ne: TrafficLight.RED } };
}
