import { checkedLabels, LabelError, loadContract } from './contract';
import { namedSchemas } from './testing/labels';

describe('loadContract', () => {
  const { subgraphs, labels } = loadContract();

  it('holds every subgraph and a whole label for every field', () => {
    expect(subgraphs.size).toBeGreaterThanOrEqual(4);
    const incomplete = [...labels.fields.values()].filter(
      ({ structural, owner, sensitivity }) => !structural && (!owner || !sensitivity),
    );
    expect(incomplete).toEqual([]);
  });

  it('has no personal field that is never blank and no personal key', () => {
    const personal = [...labels.fields.values()].filter(({ about }) => about.length > 0);
    expect(personal.length).toBeGreaterThan(0);
    expect(personal.filter(({ nullable, key }) => !nullable || key)).toEqual([]);
  });
});

describe('checkedLabels', () => {
  it('throws one error that lists every problem with its place', () => {
    const lost = 'type Lost { x: Int @sensitivity(as: PUBLIC) y: Int @owner(party: "PAN") }';
    const check = () => checkedLabels(namedSchemas(lost));
    expect(check).toThrow(LabelError);
    expect(check).toThrow(/Lost\.x \(one\) has no owner.*\nLost\.y \(one\) has no sensitivity/);
  });

  it('lists differing owners too', () => {
    const owned = (party: string) => `type Lost @owner(party: "${party}") { x: Int @sensitivity(as: PUBLIC) }`;
    expect(() => checkedLabels(namedSchemas(owned('PAN'), owned('COL')))).toThrow(
      'Lost.x (two) is owned by COL here and by PAN in one',
    );
  });

  it('reads no labels at all where a directive is not known', () => {
    const masked = 'type Lost { x: Int @sensitivity(as: PUBLIC) @mask y: [Lost] @provides(fields: "x") }';
    const check = () => checkedLabels(namedSchemas(masked));
    expect(check).toThrow(LabelError);
    expect(check).toThrow(
      /^Lost\.x \(one\) has @mask, which is no directive.*\nLost\.y \(one\) has @provides, which carries/,
    );
  });
});
