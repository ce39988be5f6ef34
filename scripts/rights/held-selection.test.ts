import { buildSchema } from 'graphql';
import { heldSelection } from './held-selection';

const schema = buildSchema(`
  type Query { a: Person }
  type Person { name: String needs: [String!] nationality: Nationality steps: [Step] count(year: Int!): Int friend: Person }
  type Nationality { code: ID! nameEn: String permits: Int }
  type Step { on: String stage: Stage }
  enum Stage { FIRST }
`);

describe('what is asked of a held record', () => {
  it('is all that the view has, of code lists the code and names, and no deeper than three types', () => {
    const inner = 'name needs nationality { code nameEn } steps { on stage }';
    expect(heldSelection(schema, 'Person')).toBe(`${inner} friend { ${inner} friend { name needs } }`);
  });

  it('refuses a type that the view has not', () => {
    expect(() => heldSelection(schema, 'Permit')).toThrow('Nothing of Permit is shown to you');
  });
});
