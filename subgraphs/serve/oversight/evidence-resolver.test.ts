import { evidenceResolver } from './evidence-resolver';

describe('evidenceResolver', () => {
  it.each(['JOINT', 'ALL', 'ANY'])('is made for no domain of %s: nobody oversees what others contributed', (owner) => {
    expect(() => evidenceResolver({ domain: 'jointProtection', owner })).toThrow(
      `jointProtection is of ${owner}, which is no party`,
    );
  });
});
