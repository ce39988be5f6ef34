import { type ClassType, Field, InputType, Int } from 'type-graphql';
import { Reads } from '../domain/labels';
import { checkOf, type DomainStatistics } from './statistic-table';

/** A code of a dimension that is pasted. */
export interface PastedCode {
  readonly code: string;
  readonly partOf?: string | null;
}

/** A dimension that is pasted: a tree. */
export interface PastedDimension {
  readonly name: string;
  readonly codes: readonly PastedCode[];
}

/** A table that is pasted, and the rule by which it is to be checked. */
export interface PastedTable {
  readonly dimensions: readonly PastedDimension[];
  readonly cells: ReadonlyArray<{ readonly codes: readonly string[]; readonly value?: number | null }>;
  readonly threshold: number;
  readonly zerosSuppressed: boolean;
  readonly sensitiveDimension?: string | null;
}

/** What is to be checked: a table of the domain, or one that is pasted. */
export interface Publication {
  readonly table?: string | null;
  readonly suppressed?: ReadonlyArray<readonly string[]> | null;
  readonly pasted?: PastedTable | null;
}

type Input = (...field: Parameters<typeof Field>) => PropertyDecorator;

/** Makes a domain's input of what is to be checked. All of it reads the check itself: who may not have that, gives it nothing. */
export function publicationInput(domain: Pick<DomainStatistics, 'name'>): ClassType<Publication> {
  const reads = Reads(`Query.${checkOf(domain)}`) as PropertyDecorator;
  const Input: Input = (...field) => {
    const declare = Field(...field) as PropertyDecorator;
    return (target, key) => {
      declare(target, key);
      reads(target, key);
    };
  };
  const Pasted = tableInput(domain.name, Input);

  @InputType(`${domain.name}PublicationInput`, {
    description: 'What is to be checked: either a table of the domain as it stands now, or one that is pasted.',
  })
  class PublicationInput implements Publication {
    @Input(() => String, { nullable: true, description: 'A table of the domain.' })
    table?: string | null;

    @Input(() => [[String]], {
      nullable: true,
      description: 'Of a table of the domain: the cells that are to be suppressed, each a code of each dimension.',
    })
    suppressed?: string[][] | null;

    @Input(() => Pasted, { nullable: true, description: 'A table that is pasted.' })
    pasted?: PastedTable | null;
  }
  return PublicationInput;
}

function tableInput(prefix: string, Input: Input): ClassType<PastedTable> {
  const [Dimension, Cell] = [dimensionInput(prefix, Input), cellInput(prefix, Input)];

  @InputType(`${prefix}PastedTableInput`, {
    description: 'A table of counts from anywhere, margins among its cells. It is checked and not kept.',
  })
  class PastedTableInput implements PastedTable {
    @Input(() => [Dimension], { description: 'One to four dimensions.' })
    dimensions!: PastedDimension[];

    @Input(() => [Cell], { description: 'One cell for each crossing of codes.' })
    cells!: Array<{ codes: string[]; value?: number | null }>;

    @Input(() => Int, {
      defaultValue: 5,
      description: 'The least count to be shown: 5; 10 for protection and children.',
    })
    threshold!: number;

    @Input(() => Boolean, { defaultValue: false, description: 'Whether a zero would tell too much as well.' })
    zerosSuppressed!: boolean;

    @Input(() => String, {
      nullable: true,
      description: 'The dimension of which no category may be told of a whole group, if any is so.',
    })
    sensitiveDimension?: string | null;
  }
  return PastedTableInput;
}

function dimensionInput(prefix: string, Input: Input): ClassType<PastedDimension> {
  @InputType(`${prefix}PastedCodeInput`, { description: 'A code of a dimension.' })
  class PastedCodeInput implements PastedCode {
    @Input(() => String, { description: 'The code, once in its dimension.' })
    code!: string;

    @Input(() => String, {
      nullable: true,
      description: 'The code that it is a part of; none for the one that stands for everybody.',
    })
    partOf?: string | null;
  }

  @InputType(`${prefix}PastedDimensionInput`, {
    description: 'A fixed hierarchy: one code stands for everybody, each other is a part of one.',
  })
  class PastedDimensionInput implements PastedDimension {
    @Input(() => String, { description: 'Its name.' })
    name!: string;

    @Input(() => [PastedCodeInput], { description: 'Its codes.' })
    codes!: PastedCode[];
  }
  return PastedDimensionInput;
}

function cellInput(prefix: string, Input: Input): ClassType<{ codes: string[]; value?: number | null }> {
  @InputType(`${prefix}PastedCellInput`, { description: 'A cell as it would be published.' })
  class PastedCellInput {
    @Input(() => [String], { description: 'A code of each dimension, in the order of the dimensions.' })
    codes!: string[];

    @Input(() => Int, { nullable: true, description: 'The exact count; none where the cell is to be suppressed.' })
    value?: number | null;
  }
  return PastedCellInput;
}
