import { z } from 'zod';
import { decidedClaims } from './assertion';
import { type SigningOptions, signStatement, type VerifyingOptions, verifyStatement } from './gateway-statement';
import { ROLES } from './purposes';

/** The header that carries a report's assertion. */
export const REPORT_HEADER = 'x-pasarela-report';

const reportClaims = decidedClaims.extend({
  requester: z.object({
    party: z.string().regex(/^[A-Z]{3,12}$/),
    agency: z.string().min(1).max(100),
    id: z.string().min(1).max(200),
    roles: z.array(z.enum(ROLES)).min(1),
  }),
});

/**
 * What a gateway reports to an owner from whom nothing of a request is fetched: who asked, for what, under which
 * rules. The requester's token stays with the gateway.
 *
 * INVARIANT: another kind of statement than an assertion, so that no data is ever had with it.
 */
export type WithheldReport = z.infer<typeof reportClaims>;

const REPORT = { type: 'pasarela-withheld+jwt', claims: reportClaims };

/** Signs a report for one subgraph (EdDSA). */
export function signReport(report: WithheldReport, options: SigningOptions): string {
  return signStatement(report, REPORT, options);
}

/** Verifies a report at a subgraph as an assertion is verified. Throws when anything is off. */
export async function verifyReport(text: string, options: VerifyingOptions): Promise<WithheldReport> {
  return (await verifyStatement(text, REPORT, options)).statement;
}
