import type { OpenFederation } from './open-federation';

const QUERY = '{ regularizationStatisticReleases { number } }';
const PATIENCE = 40;

/**
 * Waits until the releases of Colombia's tables have a number. Whoever asks first after their hour waits while they are
 * made, on a busy machine for longer than the gateway does, and is told that the owner could not be reached just now.
 */
export async function releaseMade(federation: OpenFederation, wanted: number): Promise<void> {
  for (let time = 0; time < PATIENCE; time += 1) {
    const { body } = await federation.ask({ as: 'analyst.usa', purpose: 'STATISTICS', query: QUERY });
    const releases: Array<{ number: number }> = body.data?.regularizationStatisticReleases ?? [];
    if (releases.length > 0 && releases.every(({ number }) => number === wanted)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Release ${wanted} was not made.`);
}
