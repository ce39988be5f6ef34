import { requestError } from '@pasarela/schema/errors';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { daysBetween } from './calendar-days';
import { changeConsent } from './change-consent';
import { RecordConsentInput, RevokeConsentInput } from './consent-inputs';
import { Permit } from './permit';
import { permitNode } from './permit-node';

const LONGEST_DAYS = 3_653;
const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Takes what people consent to have told of their schooling and work, and what they revoke. */
@Resolver()
export class IntegrationConsentResolver {
  @Mutation(() => Permit, {
    nullable: true,
    description:
      'Records what a person consents to have told of schooling and work. Safe to retry with the same clientKey.',
  })
  @Owner('COL')
  @Sensitivity('OPERATIONAL')
  async recordIntegrationConsent(
    @Arg('input', () => RecordConsentInput) input: RecordConsentInput,
    @Ctx() context: ServeContext,
  ): Promise<Permit> {
    const { permit, expectedVersion, clientKey, ...scope } = input;
    const given = { ...scope, ...distinct(scope) };
    checkScope(given, context.now);
    return permitNode(await changeConsent({ permit, expectedVersion, clientKey, given }, context), context.ids);
  }

  @Mutation(() => Permit, {
    nullable: true,
    description: 'Revokes a consent: what it covered is withheld at the next request. Safe to retry.',
  })
  @Owner('COL')
  @Sensitivity('OPERATIONAL')
  async revokeIntegrationConsent(
    @Arg('input', () => RevokeConsentInput) { permit, expectedVersion, clientKey }: RevokeConsentInput,
    @Ctx() context: ServeContext,
  ): Promise<Permit> {
    const change = { permit, expectedVersion, clientKey, given: null };
    return permitNode(await changeConsent(change, context), context.ids);
  }
}

type Scope = Pick<RecordConsentInput, 'fields' | 'purposes' | 'recipients' | 'givenOn' | 'until'>;

/** Lists in one order without doubles, so that the same consent is the same input. */
const distinct = ({ fields, purposes, recipients }: Scope) => ({
  fields: [...new Set(fields)].sort(),
  purposes: [...new Set(purposes)].sort(),
  recipients: [...new Set(recipients)].sort(),
});

function checkScope({ fields, purposes, recipients, givenOn, until }: Scope, now: Date): void {
  const check = (holds: boolean, what: string) => {
    if (!holds) throw requestError('BAD_INPUT', { what });
  };
  check(
    [fields, purposes, recipients].every(({ length }) => length > 0),
    'fields, purposes and recipients name one each',
  );
  check([givenOn, until].every(isDay), 'givenOn and until are days');
  check(givenOn <= now.toISOString().slice(0, 10), 'givenOn is not to come');
  const days = daysBetween(givenOn, until);
  check(days >= 0 && days <= LONGEST_DAYS, 'until lies from the day it was given to ten years after');
}

const isDay = (text: string): boolean => {
  const at = WHOLE_DAY.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};
