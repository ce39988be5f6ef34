import { Mutation, Query } from 'type-graphql';
import { Owner, Sensitivity } from '../domain/labels';

type Returned = Parameters<typeof Query>[0];

/** The root field of a domain's rights: its name, and what it is for. */
export interface OwnField {
  readonly party: string;
  readonly name: string;
  readonly description: string;
}

/** A question to the owner's office. */
export const OwnQuery = (type: Returned, field: OwnField): MethodDecorator => labelled(Query, type, field);

/** Something that the owner's office does. */
export const OwnMutation = (type: Returned, field: OwnField): MethodDecorator => labelled(Mutation, type, field);

function labelled(
  root: typeof Query | typeof Mutation,
  type: Returned,
  { party, name, description }: OwnField,
): MethodDecorator {
  const decorators = [root(type, { name, nullable: true, description }), Owner(party), Sensitivity('OPERATIONAL')];
  return (target, key, descriptor) => {
    for (const decorate of decorators) (decorate as MethodDecorator)(target, key, descriptor);
  };
}

/** A domain's name as it begins the name of a question. */
export const questionName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
