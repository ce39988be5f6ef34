import { PROOF_SECONDS } from './proof-checks';

/** How many proofs are remembered: of all clients, and of one, so that none shuts the others out. */
export interface MemoryLimits {
  readonly proofs: number;
  readonly proofsOfClient: number;
}

/** Some 5,700 requests a second, and 1,400 of one client; at most 50 MB. */
const LIMITS: MemoryLimits = { proofs: 200_000, proofsOfClient: 50_000 };

/** A proof by what makes it one of its kind. */
export interface UsedProof {
  readonly thumbprint: string;
  readonly jti: string;
  /** Seconds since the epoch. */
  readonly iat: number;
}

/** The proofs that were used, each for as long as it would be fresh. */
export class ReplayMemory {
  /** By the second in which they were made, then by client: what is past is dropped by the second. */
  private readonly used = new Map<number, Map<string, Set<string>>>();
  private readonly since: number;

  constructor(
    private readonly now: () => Date,
    private readonly limits: MemoryLimits = LIMITS,
  ) {
    this.since = this.second();
  }

  /**
   * Whether a proof is used for the first time; it counts as used from now on.
   *
   * INVARIANT: what cannot be remembered is refused: when the memory is full, and what was made before the
   * memory began, of which nobody knows whether it was used.
   */
  remember({ thumbprint, jti, iat }: UsedProof): boolean {
    this.forgetPast();
    if (iat < this.since || this.isKnown({ thumbprint, jti }) || this.isFull(thumbprint)) return false;
    const ofSecond = this.used.get(iat) ?? new Map<string, Set<string>>();
    this.used.set(iat, ofSecond.set(thumbprint, (ofSecond.get(thumbprint) ?? new Set()).add(jti)));
    return true;
  }

  private second(): number {
    return Math.floor(this.now().getTime() / 1000);
  }

  private forgetPast(): void {
    const oldest = this.second() - PROOF_SECONDS.past;
    for (const second of this.used.keys()) if (second < oldest) this.used.delete(second);
  }

  private isKnown({ thumbprint, jti }: Omit<UsedProof, 'iat'>): boolean {
    return this.usedBy(thumbprint).some((used) => used.has(jti));
  }

  private isFull(thumbprint: string): boolean {
    const all = [...this.used.values()].flatMap((ofSecond) => [...ofSecond.values()]);
    return sizeOf(this.usedBy(thumbprint)) >= this.limits.proofsOfClient || sizeOf(all) >= this.limits.proofs;
  }

  private usedBy(thumbprint: string): Set<string>[] {
    return [...this.used.values()].flatMap((ofSecond) => ofSecond.get(thumbprint) ?? []);
  }
}

const sizeOf = (sets: ReadonlyArray<ReadonlySet<string>>): number => sets.reduce((sum, { size }) => sum + size, 0);
