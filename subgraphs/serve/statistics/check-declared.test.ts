import { flatDimension } from '@pasarela/schema/disclosure-control/table/dimension';
import { checkDeclared } from './check-declared';
import type { AnyTable } from './statistic-table';

const table = (name: string, dimension: string, codes: string[], sensitiveDimension?: string) =>
  ({
    name,
    dimensions: [flatDimension(dimension, codes)],
    rule: { threshold: 10, zerosSuppressed: true, ...(sensitiveDimension && { sensitiveDimension }) },
  }) as unknown as AnyTable;
const health = table('health', 'category', ['INSURED', 'NOT_INSURED'], 'category');

describe('the tables that a domain declares', () => {
  it('may count different attributes, under one name of a dimension too', () => {
    const work = table('work', 'category', ['FORMAL', 'NOT_FORMAL'], 'category');
    expect(() => checkDeclared({ tables: [health, work, table('sex', 'sex', ['F', 'M'])] })).not.toThrow();
  });

  it('may not count a sensitive attribute twice, whatever it is called', () => {
    const again = table('affiliation', 'affiliation', ['NOT_INSURED', 'INSURED']);
    expect(() => checkDeclared({ tables: [health, again] })).toThrow('health and affiliation count one sensitive');
  });

  it('have each a name of its own', () => {
    expect(() => checkDeclared({ tables: [health, health] })).toThrow('one name');
  });
});
