import { faultDetails } from './fault-details';

it('says what happened and where, and never what the message holds', () => {
  const details = faultDetails(new TypeError('the name of a person'));
  expect(details.fault).toBe('TypeError');
  expect(details.at).toMatch(/^at .*fault-details\.test/);
  expect(JSON.stringify(details)).not.toContain('person');
});

it('knows that anything can be thrown', () => {
  expect(faultDetails('a text')).toEqual({ fault: 'unknown', at: '' });
});
