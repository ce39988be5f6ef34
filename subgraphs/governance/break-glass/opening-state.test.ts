import { endOf, stateOfOpening } from './opening-state';

const until = '2026-01-15T16:00:00.000Z';
const open = { until, endedAt: null, review: null };
const ended = { ...open, endedAt: '2026-01-15T13:00:00.000Z' };
const review = {
  by: { party: 'PAN', agency: 'SNM', id: 'officer' },
  at: '2026-01-16T00:00:00.000Z',
  finding: 'JUSTIFIED',
  note: 'As agreed',
} as const;
const at = (instant: string) => new Date(instant);

describe('stateOfOpening', () => {
  it('is open until the very instant at which it ends by itself', () => {
    expect(stateOfOpening(open, at('2026-01-15T15:59:59.999Z'))).toBe('OPEN');
    expect(stateOfOpening(open, at(until))).toBe('TO_REVIEW');
  });

  it('is open no more once its owner ended it', () => {
    expect(stateOfOpening(ended, at('2026-01-15T13:00:00.000Z'))).toBe('TO_REVIEW');
    expect([endOf(open), endOf(ended)]).toEqual([until, ended.endedAt]);
  });

  it('is reviewed once there is a finding', () => {
    expect(stateOfOpening({ ...ended, review }, at('2026-01-17T00:00:00.000Z'))).toBe('REVIEWED');
  });
});
