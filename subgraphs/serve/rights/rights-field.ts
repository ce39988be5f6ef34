import { Field } from 'type-graphql';
import { Sensitivity } from '../domain/labels';

type ReturnTypeFunc = Parameters<typeof Field>[0] & ((returns?: undefined) => unknown);

/** A field of a case: of the owner's office, about no person but by the internal id of a record. */
export function RightsField(type: ReturnTypeFunc, description: string): PropertyDecorator {
  const decorators = [Field(type, { nullable: true, description }), Sensitivity('OPERATIONAL')];
  return (target, key) => {
    for (const decorate of decorators) (decorate as PropertyDecorator)(target, key);
  };
}
