import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isNotLonger } from '@pasarela/schema/access/review/duration';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { readConfig } from './config';

describe('PUBLIC_URL', () => {
  it.each(['https://data.example', 'https://data.example/', 'http://[2001:db8::7]:4000/pasarela'])(
    'takes %s',
    (text) => {
      expect(readConfig({ PUBLIC_URL: text }).publicUrl).toBe(text);
    },
  );

  it('is empty unless it is set: the address listened at', () => {
    expect([readConfig({}).publicUrl, readConfig({ PUBLIC_URL: '' }).publicUrl]).toEqual(['', '']);
  });

  it.each(['data.example', 'ftp://data.example', 'https://', 'https://a:b@data.example', 'https://data.example/?a=b'])(
    'refuses %s, and says what it should be',
    (text) => {
      expect(() => readConfig({ PUBLIC_URL: text })).toThrow(
        'The setting PUBLIC_URL is not usable: it must be an address like https://data.example, without user, query and fragment.',
      );
    },
  );
});

describe('EVIDENCE_MIN_RETENTION', () => {
  const agreements = path.join(schemaDirectory, 'agreements');
  const times = readdirSync(agreements)
    .map((name) => readFileSync(path.join(agreements, name), 'utf8'))
    .map((text) => /^ +deleteBy: (\S+)$/m.exec(text)?.[1])
    .filter((time) => time !== undefined);

  it('is as long as any agreement that is shipped lets a receiver hold what a leaf tells of', () => {
    const { evidenceMinimumRetention } = readConfig({});
    expect(times.length).toBeGreaterThan(5);
    for (const time of times)
      expect({ time, isHeld: isNotLonger(time, evidenceMinimumRetention) }).toEqual({ time, isHeld: true });
  });

  it.each(['P1D', 'P6M', 'P15Y'])('takes %s', (text) => {
    expect(readConfig({ EVIDENCE_MIN_RETENTION: text }).evidenceMinimumRetention).toBe(text);
  });

  it.each(['10', 'P', 'P0D', 'PT1H', '10 years'])('refuses "%s": nothing may go by a mistake', (text) => {
    expect(() => readConfig({ EVIDENCE_MIN_RETENTION: text })).toThrow(
      'The setting EVIDENCE_MIN_RETENTION is not usable: it must be a duration in ISO 8601 of a day or more, like P10Y.',
    );
  });
});
