import { Arg, type ClassType, Ctx, ID, Int, Resolver } from 'type-graphql';
import { Reads } from '../domain/labels';
import type { ServeContext } from '../domain/serve-context';
import { correctionTypeOf } from './batch-types';
import { type CollectedRecord, collectRecord } from './collect-record';
import { collectionTypeOf } from './collection-types';
import { disclosedFields } from './disclosed-fields';
import { OwnMutation } from './own-field';
import { recordCorrection } from './record-correction';
import type { RightsDefinition } from './rights-definition';
import { CorrectionKind } from './rights-state';
import { showCase } from './show-case';

/** Makes the resolver with which the office collects what a case is about, and records what it did to the record. */
export function collectionResolver(definition: RightsDefinition, caseType: ClassType<object>): ClassType<object> {
  const { name, party, law } = definition;
  const collectionType = collectionTypeOf(definition, caseType);
  const correctionType = correctionTypeOf(definition);

  @Resolver()
  class CollectionResolver {
    @OwnMutation(() => collectionType, {
      party,
      name: `collect${name}Record`,
      description: 'Collects for a case what is held of its record, and to whom it was disclosed.',
    })
    async collect(@Arg('case', () => ID) @Reads(`${name}RightsCase.id`) id: string, @Ctx() context: ServeContext) {
      return showCollection(await collectRecord(id, context), definition, context.now);
    }

    @OwnMutation(() => correctionType, {
      party,
      name: `record${name}Correction`,
      description:
        "Records that a case's record was corrected, or has to be erased. Past recipients hear that it is superseded, never why, in the next weekly batch; an erasure is done then.",
    })
    async correct(
      @Arg('case', () => ID) @Reads(`${name}RightsCase.id`) id: string,
      @Arg('what', () => CorrectionKind) @Reads(`${name}Correction.what`) what: CorrectionKind,
      @Arg('expectedVersion', () => Int) @Reads(`${name}RightsCase.version`) expectedVersion: number,
      @Ctx() context: ServeContext,
    ) {
      const row = await recordCorrection({ case: id, what, expectedVersion }, context);
      const kept = what === CorrectionKind.ERASED ? law.erasure.keeps : null;
      return { ...row, keepsEn: kept?.en ?? null, keepsEs: kept?.es ?? null };
    }
  }
  return CollectionResolver;
}

function showCollection(
  { row, record, disclosures, hasMore, keptSince }: CollectedRecord,
  definition: RightsDefinition,
  now: Date,
) {
  return {
    case: showCase(row, definition, now),
    record,
    disclosures: disclosures.map((leaf) => ({
      at: leaf.time,
      party: leaf.requester.party,
      agency: leaf.requester.agency,
      purpose: leaf.purpose,
      agreements: leaf.agreements,
      fields: disclosedFields(leaf, definition.types),
    })),
    hasMore,
    keptSince,
  };
}
