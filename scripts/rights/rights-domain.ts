import type { RightsDefinition } from '@pasarela/serve/rights/rights-definition';
import { SUBGRAPHS } from '../subgraphs';

const DOMAINS = SUBGRAPHS.filter(({ rights }) => rights);

/** The names of the domains that hold records of persons. */
export const RIGHTS_DOMAINS: readonly string[] = DOMAINS.map(({ name }) => name);

/** A domain by its name. @throws one line that names those that there are */
export function rightsDomain(name: string | undefined): RightsDefinition {
  const found = DOMAINS.find((domain) => domain.name === name)?.rights;
  if (!found) throw new Error(`--domain is one of: ${RIGHTS_DOMAINS.join(', ')}`);
  return found;
}
