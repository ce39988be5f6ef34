import { InFlight } from './in-flight';

describe('InFlight', () => {
  it('waits for the requests of a moment, and for none that came later', async () => {
    const inFlight = new InFlight();
    const [first, second] = [inFlight.enter(), inFlight.enter()];
    let drained = false;
    const waiting = inFlight.drained().then(() => {
      drained = true;
    });
    inFlight.enter();
    first();
    await Promise.resolve();
    expect(drained).toBe(false);
    second();
    await waiting;
    expect(drained).toBe(true);
  });

  it('waits for nothing when nothing is answered, however often an answer is noted', async () => {
    const inFlight = new InFlight();
    const leave = inFlight.enter();
    leave();
    leave();
    await inFlight.drained();
  });
});
