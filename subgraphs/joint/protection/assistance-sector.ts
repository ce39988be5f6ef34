import { registerEnumType } from 'type-graphql';

/** A sector of assistance. */
export enum AssistanceSector {
  PROTECTION = 'PROTECTION',
  HEALTH = 'HEALTH',
  EDUCATION = 'EDUCATION',
  FOOD_SECURITY = 'FOOD_SECURITY',
  NUTRITION = 'NUTRITION',
  SHELTER = 'SHELTER',
  WASH = 'WASH',
  HUMANITARIAN_TRANSPORT = 'HUMANITARIAN_TRANSPORT',
  INTEGRATION = 'INTEGRATION',
}
registerEnumType(AssistanceSector, {
  name: 'AssistanceSector',
  description: 'A sector of assistance, as the regional platform R4V names them. WASH: water, sanitation and hygiene.',
});
