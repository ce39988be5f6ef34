import { statSync } from 'node:fs';
import { readTrustStore, type TrustedIssuer, type TrustStore } from './trust-store';

/**
 * The issuers of a file as it stands: an issuer that the operator pins is trusted from the next token on that has
 * to be verified, without a restart. A file that cannot be read leaves what was pinned before.
 */
export class PinnedIssuers extends Map<string, TrustedIssuer> implements TrustStore {
  private seen = '';

  /** Reads the file. @throws with its name when it cannot be used. */
  constructor(private readonly file: string) {
    super();
    this.seen = stampOf(file);
    this.replaceBy(readTrustStore(file));
  }

  override get(issuer: string): TrustedIssuer | undefined {
    this.lookAgain();
    return super.get(issuer);
  }

  private lookAgain(): void {
    const stamp = stampOf(this.file);
    if (stamp === '' || stamp === this.seen) return;
    this.seen = stamp;
    try {
      this.replaceBy(readTrustStore(this.file));
    } catch {
      // INVARIANT: who is trusted is what an operator wrote whole; half a file trusts nobody new.
    }
  }

  private replaceBy(trust: TrustStore): void {
    this.clear();
    for (const [issuer, trusted] of trust) this.set(issuer, trusted);
  }
}

/** Names a file as it stands; empty where there is none. */
function stampOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeNs}` : '';
}
