import { wrapModule } from '../replace-module';

/** More than the benchmark's query costs: six lists in each other, each without a page size, count as thirty each. */
const MAX_COST = 100_000_000;

/**
 * Lets the benchmark's query pass the limit of cost, which the product would refuse it by. The cost is still computed and
 * compared.
 */
export function allowBenchmarkCost(): void {
  wrapModule<typeof import('@pasarela/schema/access/question/limits')>(
    '@pasarela/schema/access/question/limits',
    ({ QUERY_LIMITS }) => ({ QUERY_LIMITS: { ...QUERY_LIMITS, maxCost: MAX_COST } }),
  );
}
