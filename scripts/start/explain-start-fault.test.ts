import { LogRefusedError } from '@pasarela/schema/evidence/log/evidence-errors';
import { explainStartFault } from './explain-start-fault';

const systemFault = (details: object) => Object.assign(new Error('raw text'), details);

it.each([
  [{ code: 'EADDRINUSE', port: 4000 }, /^Port 4000 is taken\./],
  [{ code: 'EACCES', port: 80 }, /^Port 80 may not be used/],
  [{ code: 'EADDRNOTAVAIL', address: '192.0.2.1' }, /^The address 192\.0\.2\.1 is not one of this machine's/],
  [
    { code: 'ENOTDIR', path: '/etc/hostname/keys' },
    /^\/etc\/hostname\/keys cannot be used \(ENOTDIR\)\. Check DATA_DIR/,
  ],
  [{ name: 'MongooseServerSelectionError' }, /^The MongoDB at MONGODB_URI does not answer\./],
  [{}, /^raw text$/],
])('says in one line what %j means', (details, line) => {
  expect(explainStartFault(systemFault(details))).toMatch(line);
  expect(explainStartFault(systemFault(details))).not.toContain('\n');
});

it('says in one line which leaf of a log was tampered with, and what to do', () => {
  const line = explainStartFault(new LogRefusedError('/data/evidence/gateway', [{ code: 'EDITED', leaf: 7 }]));
  expect(line).toMatch(/^The log \/data\/evidence\/gateway is not what .*Leaf 7 was changed.*and start again\.$/);
  expect(line).not.toContain('\n');
});
