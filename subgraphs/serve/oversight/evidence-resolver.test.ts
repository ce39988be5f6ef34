import { evidenceResolver } from './evidence-resolver';

describe('evidenceResolver', () => {
  it.each(['ALL', 'ANY'])('is made for no domain of %s: nobody oversees its log', (owner) => {
    expect(() => evidenceResolver({ domain: 'everybodysDomain', owner })).toThrow(
      `everybodysDomain is of ${owner}, which is no party`,
    );
  });

  it.each(['JOINT', 'PAN'])('is made for a domain of %s', (owner) => {
    expect(evidenceResolver({ domain: 'someDomain', owner })).toEqual(expect.any(Function));
  });
});
