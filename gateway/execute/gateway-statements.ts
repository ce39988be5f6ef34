import { signAssertion } from '@pasarela/schema/identity/assertion';
import type { StatementOptions } from '@pasarela/schema/identity/gateway-statement';
import { tokenDigest } from '@pasarela/schema/identity/verify-token';
import { signReport } from '@pasarela/schema/identity/withheld-report';
import type { CryptoKey } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Authenticated } from '../request-state';

/** For whom a fetch is made, and under which rules it was decided. */
export interface FetchSubject extends Pick<Authenticated, 'token' | 'purpose' | 'requestId' | 'caseReference'> {
  readonly ruleSetVersion: string;
}

/** Of whom a report is made. INVARIANT: the token is not among it. */
export type ReportSubject = Omit<FetchSubject, 'token'> & Pick<Authenticated, 'requester'>;

/** With what a gateway signs. */
export interface SigningOptions {
  readonly gateway: string;
  readonly signingKey: CryptoKey;
  readonly now: () => Date;
}

/** Statements hold 30 s; one is used for 20, so that none ends on its way. */
const REUSE_MS = 20_000;

/** What the gateway states towards subgraphs, each signed once for as long as it is used. */
export class GatewayStatements {
  private readonly made = new LRUCache<string, Promise<string>>({ max: 5000, ttl: REUSE_MS });

  constructor(private readonly options: SigningOptions) {}

  /** For which token, purpose and rules a fetch was decided. */
  assertion(subgraph: string, { token, ...subject }: FetchSubject): Promise<string> {
    const who = { tokenDigest: tokenDigest(token) };
    return this.once(subgraph, { who, ...decidedOf(subject) }, (decided, options) =>
      signAssertion({ ...decided, ...who }, options),
    );
  }

  /** Who asked what is reported as withheld: what an owner's log says of them, and no more. */
  report(subgraph: string, { requester: { party, agency, id, roles }, ...subject }: ReportSubject): Promise<string> {
    const requester = { party, agency, id, roles: [...roles] };
    return this.once(subgraph, { who: requester, ...decidedOf(subject) }, (decided, options) =>
      signReport({ ...decided, requester }, options),
    );
  }

  private once(
    subgraph: string,
    { who, ...subject }: Decided & { readonly who: object },
    sign: (decided: Decided & { readonly decidedAt: number }, options: StatementOptions) => Promise<string>,
  ): Promise<string> {
    const name = JSON.stringify([subgraph, who, subject]);
    const known = this.made.get(name);
    if (known) return known;
    const { signingKey: key, gateway, now } = this.options;
    const at = now();
    const made = sign({ ...subject, decidedAt: at.getTime() }, { key, gateway, subgraph, now: at });
    this.made.set(name, made);
    return made;
  }
}

type Decided = Pick<FetchSubject, 'purpose' | 'ruleSetVersion'> & { readonly caseReference?: string };

const decidedOf = ({ purpose, ruleSetVersion, caseReference }: Omit<FetchSubject, 'token'>): Decided => ({
  purpose,
  ruleSetVersion,
  ...(caseReference && { caseReference }),
});
