import { attackName, type Stage, type StageName } from './attack';
import { ATTACKS } from './attacks';
import { openStage } from './open-stage';

/** Every attack against a whole federation over HTTP: each one is held off. */
describe.each<StageName>(['product', 'governed', 'sightings', 'appraisals'])('%s', (stageName) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(stageName);
  });
  afterAll(() => stage.close());

  const cases = ATTACKS.filter(({ on }) => on === stageName).map((attack) => [attackName(attack), attack] as const);
  it.each(cases)('%s', (_, attack) => attack.run(stage));
});
