import fc from 'fast-check';
import { PROOF_SECONDS } from './proof-checks';
import { ReplayMemory } from './replay-memory';

const START = 1_800_000_000;

describe('ReplayMemory', () => {
  let second: number;
  const now = () => new Date(second * 1000);
  const proof = (jti: string, iat = second, thumbprint = 'a-client') => ({ thumbprint, jti, iat });
  beforeEach(() => {
    second = START;
  });

  it('takes a proof once, from each client', () => {
    const memory = new ReplayMemory(now);
    expect(memory.remember(proof('one'))).toBe(true);
    expect(memory.remember(proof('one'))).toBe(false);
    expect(memory.remember(proof('one', second + 1))).toBe(false);
    expect(memory.remember(proof('one', second, 'another'))).toBe(true);
  });

  it('refuses what was made before it began to remember', () => {
    expect(new ReplayMemory(now).remember(proof('one', START - 1))).toBe(false);
  });

  it('refuses when it is full, and forgets nothing for it', () => {
    const memory = new ReplayMemory(now, { proofs: 3, proofsOfClient: 3 });
    for (const jti of ['one', 'two', 'three']) expect(memory.remember(proof(jti))).toBe(true);
    expect(memory.remember(proof('four'))).toBe(false);
    expect(memory.remember(proof('one'))).toBe(false);
    second += PROOF_SECONDS.past + 1;
    expect(memory.remember(proof('four'))).toBe(true);
  });

  it('has room for others when one client fills its part', () => {
    const memory = new ReplayMemory(now, { proofs: 3, proofsOfClient: 2 });
    expect(['one', 'two', 'three'].map((jti) => memory.remember(proof(jti)))).toEqual([true, true, false]);
    expect(memory.remember(proof('one', second, 'another'))).toBe(true);
  });

  it('never takes a proof twice as long as it is fresh, whatever comes between', () => {
    const step = fc.record({
      wait: fc.nat(12),
      jti: fc.constantFrom('a', 'b', 'c'),
      made: fc.integer({ min: -30, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        second = START;
        const memory = new ReplayMemory(now, { proofs: 5, proofsOfClient: 5 });
        const taken: Array<{ jti: string; iat: number }> = [];
        for (const { wait, jti, made } of steps) {
          second += wait;
          const iat = second + made;
          const fresh = taken.filter((one) => one.iat >= second - PROOF_SECONDS.past);
          const accepted = memory.remember(proof(jti, iat));
          const known = fresh.some((one) => one.jti === jti);
          expect(accepted).toBe(!known && iat >= START && fresh.length < 5);
          if (accepted) taken.push({ jti, iat });
        }
      }),
    );
  });
});
