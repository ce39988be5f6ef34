import type { PublicationFinding } from '@pasarela/schema/disclosure-control/safe-to-publish/publication-findings';
import { Field, Int, ObjectType } from 'type-graphql';
import { Shareable, Structural } from '../domain/labels';

/** One thing that speaks against publishing a table. It is structural: the field that returns it decides. */
@ObjectType({ description: 'One thing that speaks against publishing a table as it is.' })
@Structural()
@Shareable()
export class PublicationFault {
  @Field(() => String, {
    description:
      'SMALL_COUNT, PROTECTED_ZERO, SHARED_ATTRIBUTE, DERIVABLE, NOT_ADDITIVE, MISSING_CELL, UNKNOWN_CODE, DUPLICATE_CELL or INVALID_COUNT.',
  })
  code!: string;

  @Field(() => [String], { nullable: true, description: 'The codes of the cell; none where it is the whole table.' })
  cell!: readonly string[] | null;

  @Field(() => Int, { nullable: true, description: 'Of a suppressed cell: the least that a reader can work out.' })
  lowest!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a suppressed cell: the most that a reader can work out.' })
  highest!: number | null;

  @Field(() => String, { description: 'In English: what it is and what to do.' })
  en!: string;

  @Field(() => String, { description: 'In Spanish: what it is and what to do.' })
  es!: string;
}

/** Whether a table is safe to publish. It is structural: the field that returns it decides. */
@ObjectType({ description: 'Whether a table is safe to publish as it is, and what speaks against it.' })
@Structural()
@Shareable()
export class PublicationCheck {
  @Field(() => Boolean, { description: 'Whether nothing speaks against it.' })
  safe!: boolean;

  @Field(() => [PublicationFault], { description: 'What speaks against it.' })
  faults!: readonly PublicationFault[];
}

/** What was found, as it is shown. */
export function publicationCheck(findings: readonly PublicationFinding[]): PublicationCheck {
  return Object.assign(new PublicationCheck(), { safe: findings.length === 0, faults: findings.map(faultOf) });
}

const faultOf = ({ code, cell, interval, text }: PublicationFinding): PublicationFault =>
  Object.assign(new PublicationFault(), {
    code,
    cell: cell === null ? null : cell.split('|'),
    lowest: bound(interval?.lowest),
    highest: bound(interval?.highest),
    ...text,
  });

const bound = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;
