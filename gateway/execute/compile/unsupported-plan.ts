/** A plan with something that this executor does not know: refused when it is compiled, before anything is fetched. */
export class UnsupportedPlan extends Error {
  override readonly name = 'UnsupportedPlan';
}

/** @param what what the plan has, in the planner's own words. */
export const unsupportedPlan = (what: string): UnsupportedPlan =>
  new UnsupportedPlan(`The query plan has ${what}, which the executor does not know.`);
