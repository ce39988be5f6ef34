import type { KeyObject } from 'node:crypto';
import { signAssertion } from '@pasarela/schema/identity/assertion';
import type { SigningOptions } from '@pasarela/schema/identity/gateway-statement';
import { tokenDigest } from '@pasarela/schema/identity/verify-token';
import { signReport } from '@pasarela/schema/identity/withheld-report';
import { LRUCache } from 'lru-cache';
import type { Authenticated } from '../request-state';

/** For whom a fetch is made, and under which rules it was decided. */
export interface FetchSubject extends Pick<Authenticated, 'token' | 'purpose' | 'requestId' | 'caseReference'> {
  readonly ruleSetVersion: string;
}

/** Of whom a report is made. INVARIANT: the token is not among it. */
export type ReportSubject = Omit<FetchSubject, 'token'> & Pick<Authenticated, 'requester'>;

/** With what a gateway signs. */
export interface StatingGateway {
  readonly gateway: string;
  readonly signingKey: KeyObject;
  readonly now: () => Date;
}

/** Statements hold 30 s; one is used for 20, so that none ends on its way. */
const REUSE_MS = 20_000;

/** What the gateway states towards subgraphs, each signed once for as long as it is used. */
export class GatewayStatements {
  private readonly subjects = new WeakMap<FetchSubject, Stated<{ readonly tokenDigest: string }>>();
  private readonly made = new LRUCache<string, string>({ max: 5000, ttl: REUSE_MS });

  constructor(private readonly options: StatingGateway) {}

  /** For which token, purpose and rules a fetch was decided. */
  assertion(subgraph: string, subject: FetchSubject): string {
    return this.once(subgraph, this.asserted(subject), ({ who, decided }, options) =>
      signAssertion({ ...decided, ...who }, options),
    );
  }

  /** A request is one subject: what its fetches state is put together once. */
  private asserted(subject: FetchSubject): Stated<{ readonly tokenDigest: string }> {
    const known = this.subjects.get(subject);
    if (known) return known;
    const { token, ...decided } = subject;
    const stated = statedOf({ tokenDigest: tokenDigest(token) }, decided);
    this.subjects.set(subject, stated);
    return stated;
  }

  /** Who asked what is reported as withheld: what an owner's log says of them, and no more. */
  report(subgraph: string, { requester: { party, agency, id, roles }, ...subject }: ReportSubject): string {
    const requester = { party, agency, id, roles: [...roles] };
    return this.once(subgraph, statedOf(requester, subject), ({ who, decided }, options) =>
      signReport({ ...decided, requester: who }, options),
    );
  }

  private once<Who extends object>(
    subgraph: string,
    { name, who, decided }: Stated<Who>,
    sign: (stated: Dated<Who>, options: SigningOptions) => string,
  ): string {
    const nameHere = `${subgraph} ${name}`;
    const known = this.made.get(nameHere);
    if (known) return known;
    const { signingKey: key, gateway, now } = this.options;
    const at = now();
    const dated = { who, decided: { ...decided, decidedAt: at.getTime() } };
    const made = sign(dated, { key, gateway, subgraph, now: at });
    this.made.set(nameHere, made);
    return made;
  }
}

type Decided = Pick<FetchSubject, 'purpose' | 'ruleSetVersion'> & { readonly caseReference?: string };

/** What is stated of whom, and the name under which it is remembered. */
interface Stated<Who> {
  readonly name: string;
  readonly who: Who;
  readonly decided: Decided;
}

interface Dated<Who> {
  readonly who: Who;
  readonly decided: Decided & { readonly decidedAt: number };
}

function statedOf<Who extends object>(who: Who, subject: Omit<FetchSubject, 'token'>): Stated<Who> {
  const decided = decidedOf(subject);
  return { name: JSON.stringify([who, decided]), who, decided };
}

const decidedOf = ({ purpose, ruleSetVersion, caseReference }: Omit<FetchSubject, 'token'>): Decided => ({
  purpose,
  ruleSetVersion,
  ...(caseReference && { caseReference }),
});
