import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import type { ControlPostDocument } from './control-post.model';

const SEED = 507_002;
const DATASET = 'SYNTHETIC control posts';
const AGENCIES = ['SENAFRONT', 'SNM', 'SENAN'] as const;
const BANDS = [
  ['1-9', 5],
  ['10-29', 3],
  ['30+', 1],
] as const;
const PLACES = [
  'PA-EM:BAJO_CHIQUITO',
  'PA-EM:CANAAN_MEMBRILLO',
  'PA-5:LAJAS_BLANCAS',
  'PA-5:SAN_VICENTE',
  'PA-KY:PUERTO_OBALDIA',
  'PA-4:PASO_CANOAS',
] as const;

/** A post of each of two agencies at every place; nothing of it is known of any real post. */
export function syntheticControlPosts(): ControlPostDocument[] {
  const random = new SeededRandom(SEED);
  return PLACES.flatMap((place) => {
    const first = random.integer(0, AGENCIES.length - 1);
    return [0, 1].map((i) => ({
      place,
      agency: AGENCIES[(first + i) % AGENCIES.length] as string,
      staffingBand: random.weighted(BANDS),
    }));
  }).map((post, i) => ({ _id: `SYN-POST-${String(i + 1).padStart(3, '0')}`, dataset: DATASET, ...post }));
}
