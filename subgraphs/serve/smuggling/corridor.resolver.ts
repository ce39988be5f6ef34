import { type ClassType, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { batchPerConnection } from '../domain/batch-per-connection';
import { Count, CountUnit } from '../domain/count';
import { Owner, Sensitivity, Shareable } from '../domain/labels';
import type { ServeContext } from '../domain/serve-context';
import type { ReferenceResolver } from '../domain/subgraph-definition';
import { type CaseOwner, rootOf } from './case-domain';
import { CORRIDORS } from './corridor-code-list';
import { corridorShownToOthers } from './corridor-delay';
import { type CorridorFigureRow, corridorFigureModel } from './corridor-figure.model';
import { figureCount } from './figure-count';
import type { OwnerTypes } from './owner-types';
import { type CorridorReference, corridorValues } from './smuggling-corridor';

const LEFT_OUT =
  'Cases under handling code H2 or TLP RED, and those of a month that does not lie 90 days back, are left out; 1 to 4 are suppressed, and further cases are added by five and more.';
const DEFINITION = 'SYNTHETIC cases that name the corridor, once a case.';

const figuresOf = (owner: CaseOwner) =>
  batchPerConnection<string, CorridorFigureRow[]>((connection) => async (codes) => {
    const rows = await corridorFigureModel(connection, owner)
      .find({ corridor: { $in: [...codes] } })
      .lean<CorridorFigureRow[]>();
    const byCorridor = Map.groupBy(rows, ({ corridor }) => corridor);
    return codes.map((code) => byCorridor.get(code) ?? []);
  });

/** Makes the resolver of the corridors, and of what an owner of cases adds to each. */
export function corridorResolver(owner: CaseOwner, { Corridor }: OwnerTypes): ClassType<object> {
  const batchOf = figuresOf(owner);

  @Resolver(() => Corridor)
  class CorridorResolver {
    @Query(() => [Corridor], {
      nullable: true,
      description: 'Every corridor of the code list, whether a case names it or not, always in the same order.',
    })
    @Shareable()
    @Owner('ANY')
    @Sensitivity('PUBLIC')
    smugglingCorridors(): CorridorReference[] {
      return [...CORRIDORS.values()].map((corridor) => Object.assign(new Corridor(), corridorValues(corridor)));
    }

    @FieldResolver(() => Count, {
      name: `${rootOf(owner)}Cases`,
      nullable: true,
      description: `Cases of ${owner.name} that name the corridor, rolled up. SYNTHETIC. Others: 90 days late; none, 5 or more, or suppressed.`,
    })
    @Owner(owner.party)
    @Sensitivity('STATISTICAL')
    async cases(@Root() { code }: CorridorReference, @Ctx() context: ServeContext): Promise<Count> {
      const rows = (await context.loaders.for(batchOf(context.connection)).load(code)) ?? [];
      const isOwner = context.requester.party === owner.party;
      const value = isOwner ? sumOf(rows, 'all') : corridorShownToOthers(rows, context.now);
      const note = isOwner ? null : LEFT_OUT;
      return figureCount(owner, { value, definition: DEFINITION, unit: CountUnit.CASES, note });
    }
  }
  return CorridorResolver;
}

/** A corridor from its key; null when the code list does not hold it. */
export const corridorReference =
  ({ Corridor }: OwnerTypes): ReferenceResolver =>
  ({ code }) => {
    const corridor = typeof code === 'string' ? CORRIDORS.get(code) : undefined;
    return corridor ? Object.assign(new Corridor(), corridorValues(corridor)) : null;
  };

const sumOf = (rows: readonly CorridorFigureRow[], figure: 'all'): number =>
  rows.reduce((sum, row) => sum + row[figure], 0);
