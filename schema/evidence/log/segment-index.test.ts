import { hash } from 'node:crypto';
import { SegmentIndex } from './segment-index';

const REQUESTS = 200_000;

describe('the index of a segment', () => {
  it('tells requests apart whose keys are half alike, and finds all leaves of one', () => {
    const index = new SegmentIndex(0);
    const halves = [new Map<number, number>(), new Map<number, number>()];
    const alike: Array<[half: number, one: number, other: number]> = [];
    for (let request = 0; request < REQUESTS; request += 1) {
      index.add({ bytes: 1, requestId: `request-${request}` });
      const key = hash('sha256', `request-${request}`, 'buffer');
      for (const [half, seen] of halves.entries()) {
        const other = seen.get(key.readUInt32BE(4 * half));
        if (other === undefined) seen.set(key.readUInt32BE(4 * half), request);
        else alike.push([half, other, request]);
      }
    }
    index.add({ bytes: 1 });
    index.add({ bytes: 1, requestId: 'request-7' });
    expect(index.placesOf('request-7')).toEqual([7, REQUESTS + 1]);
    expect(index.placesOf('request-none')).toEqual([]);
    expect(new Set(alike.map(([half]) => half)).size).toBe(2);
    for (const [, one, other] of alike)
      expect([one, other].map((request) => index.placesOf(`request-${request}`))).toEqual([[one], [other]]);
  });
});
