import { Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field } from 'type-graphql';

type ReturnTypeFunc = Parameters<typeof Field>[0] & ((returns?: undefined) => unknown);

/** A field of governance: held by all parties together, shown to those who administer or oversee rules. */
export function GovernanceField(type: ReturnTypeFunc, description: string): PropertyDecorator {
  const decorators = [Field(type, { nullable: true, description }), Sensitivity('OPERATIONAL')];
  return (target, key) => {
    for (const decorate of decorators) (decorate as PropertyDecorator)(target, key);
  };
}

/** An input of governance. @param reads the field of which it is the value. */
export function GovernanceInput(
  type: ReturnTypeFunc,
  reads: `${string}.${string}`,
  options: { readonly description: string; readonly nullable?: boolean },
): PropertyDecorator {
  const decorators = [Field(type, options), Reads(reads)];
  return (target, key) => {
    for (const decorate of decorators) (decorate as PropertyDecorator)(target, key);
  };
}
