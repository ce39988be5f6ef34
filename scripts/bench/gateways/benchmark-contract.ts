import { type Contract, checkedLabels } from '@pasarela/schema/contract';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { labelledSchema } from './benchmark-schema';

/** The benchmark's schema as a contract of the product, its labels checked as every contract's are. */
export function benchmarkContract(): Contract {
  const { subgraphs, supergraph } = labelledSchema();
  return { directory: schemaDirectory, subgraphs, supergraph, labels: checkedLabels(subgraphs) };
}
