import { withOpenings } from '@pasarela/schema/access/openings';
import type { Grant } from '@pasarela/schema/access/rule';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import type { Requester } from '@pasarela/schema/identity/requester';
import { FERRY_LABELS } from '@pasarela/schema/testing/ferry';
import { openingOf, TEST_OPENER } from '@pasarela/schema/testing/openings';
import { ANALYST } from '@pasarela/schema/testing/requesters';
import { agreementOf, capOf, grantOf, ruleSetOf, TEST_INSTANT } from '@pasarela/schema/testing/rules';
import { type ParseTools, parseOperation } from '../parse/parse-operation';
import type { Authenticated, Authorized } from '../request-state';
import { ferryParseTools, parseFerry } from '../testing/ferry-request';
import { authorize } from './authorize';

const LIMITS = { maxFields: 100, maxCost: 1000 };
const NAMES = '{ people(first: 3) { name age } }';
const NAME = 'Person.name';
const HOUR = 3_600_000;

const rulesOf = (...grants: readonly Grant[]): RuleSet =>
  ruleSetOf({ labels: FERRY_LABELS, grants, caps: [capOf({ target: { coordinates: ['Person.age'] } })] });

/** Takes requests through parse and authorize with the same caches, as one gateway does. */
class OneGateway {
  private readonly tools: ParseTools = ferryParseTools();

  constructor(private ruleSet: RuleSet) {}

  publish(ruleSet: RuleSet): void {
    this.ruleSet = ruleSet;
  }

  ask(changes: Partial<Authenticated> = {}, limits = LIMITS): Authorized {
    const request = { ...parseFerry({ query: NAMES }), query: NAMES, ...changes };
    return authorize(parseOperation(request, this.ruleSet, this.tools), limits);
  }
}

const person = (id: string, changes: Partial<Requester> = {}): Requester => ({ ...ANALYST, id, ...changes });
const codes = ({ notices }: Authorized) => notices.map(({ code, path }) => `${code} ${path}`);
const WITHHELD_AGE = 'WITHHELD people.@.age';
const WITHHELD_BOTH = ['WITHHELD people.@.name', WITHHELD_AGE];

describe('a decision that was made before', () => {
  it('serves whoever has the same rights, and says nothing of the other', () => {
    const gateway = new OneGateway(rulesOf(grantOf([NAME])));
    const [one, other] = ['one', 'other'].map((id) => gateway.ask({ requester: person(id), requestId: id }));
    expect(other?.decided).toBe(one?.decided);
    expect(other?.notices).toBe(one?.notices);
    expect([one?.requestId, one?.requester.id]).toEqual(['one', 'one']);
    expect([other?.requestId, other?.requester.id]).toEqual(['other', 'other']);
  });

  it.each([
    ['of another party', { requester: person('other', { party: 'USA' }) }],
    ['of another agency', { requester: person('other', { agency: 'OTHER' }) }],
    ['of another role', { requester: person('other', { roles: ['AUDITOR'] }) }],
    ['with another purpose', { purpose: 'STATISTICS' }],
  ] satisfies Array<[string, Partial<Authenticated>]>)('never serves somebody %s', (_, changes) => {
    const audience = { parties: ['COL'], agencies: ['AGENCY'], roles: ['ANALYST' as const] };
    const gateway = new OneGateway(rulesOf(grantOf([NAME], { audience })));
    expect(codes(gateway.ask())).toEqual([WITHHELD_AGE]);
    expect(codes(gateway.ask(changes))).toEqual(WITHHELD_BOTH);
    expect(codes(gateway.ask())).toEqual([WITHHELD_AGE]);
  });

  it('is told in the language of who asks', () => {
    const gateway = new OneGateway(rulesOf(grantOf([NAME, 'Person.age'])));
    const reasons = (['en', 'es', 'en'] as const).map((language) => gateway.ask({ language }).notices[0]?.reason);
    expect(reasons).toEqual(['It is a test.', 'Es una prueba.', 'It is a test.']);
  });

  it('of one person who opened an agreement serves nobody else, and ends with the opening', () => {
    const glass = grantOf([NAME], { id: 'GLASS', breakGlass: { hours: 4 } });
    const gateway = new OneGateway(withOpenings(rulesOf(glass), [openingOf()]));
    const opener = person(TEST_OPENER.id, TEST_OPENER);
    const at = (after: number) => ({ receivedAt: new Date(TEST_INSTANT + after) });
    const OPENED = ['BREAK_GLASS people.@.name', WITHHELD_AGE];
    expect(codes(gateway.ask({ requester: opener, ...at(0) }))).toEqual(OPENED);
    expect(codes(gateway.ask({ requester: person('another'), ...at(0) }))).toEqual(WITHHELD_BOTH);
    expect(codes(gateway.ask({ requester: opener, ...at(4 * HOUR - 1) }))).toEqual(OPENED);
    expect(codes(gateway.ask({ requester: opener, ...at(4 * HOUR) }))).toEqual(WITHHELD_BOTH);
  });

  it('ends with its agreement, to the millisecond, and does not begin before it', () => {
    const [from, to] = [TEST_INSTANT, TEST_INSTANT + HOUR];
    const gateway = new OneGateway(rulesOf(grantOf([NAME], { agreement: agreementOf({ from, to }) })));
    const at = (instant: number) => codes(gateway.ask({ receivedAt: new Date(instant) }));
    expect(at(from)).toEqual([WITHHELD_AGE]);
    expect(at(to - 1)).toEqual([WITHHELD_AGE]);
    expect(at(to)).toEqual(WITHHELD_BOTH);
    expect(at(from - 1)).toEqual(WITHHELD_BOTH);
    expect(at(from)).toEqual([WITHHELD_AGE]);
  });

  it('ends with its rule set, and is made anew when that comes back as another object', () => {
    const gateway = new OneGateway(rulesOf(grantOf([NAME])));
    const first = gateway.ask();
    gateway.publish(rulesOf());
    expect(codes(gateway.ask())).toEqual(WITHHELD_BOTH);
    gateway.publish(rulesOf(grantOf([NAME])));
    expect(codes(gateway.ask())).toEqual([WITHHELD_AGE]);
    expect(gateway.ask().decided).not.toBe(first.decided);
  });

  it('holds whether a case was named', () => {
    const gateway = new OneGateway(rulesOf(grantOf([NAME])));
    const named = gateway.ask({ caseReference: 'CASE-1' });
    expect(gateway.ask().decider).not.toBe(named.decider);
    expect(gateway.ask({ caseReference: 'CASE-2' }).decided).toBe(named.decided);
  });

  it('is of one operation of a document', () => {
    const gateway = new OneGateway(rulesOf(grantOf([NAME])));
    const query = 'query A { people { name } } query B { people { age } }';
    expect(codes(gateway.ask({ query, operationName: 'A' }))).toEqual([]);
    expect(codes(gateway.ask({ query, operationName: 'B' }))).toEqual([WITHHELD_AGE]);
  });

  it('is of the values of this very request: conditions, page sizes, inputs', () => {
    const gateway = new OneGateway(rulesOf(grantOf([NAME])));
    const query =
      'query ($n: Int! = 3, $more: Boolean = false, $filter: PersonFilter) { people(first: $n, filter: $filter) { name age @include(if: $more) } }';
    const ask = (variables: Record<string, unknown>) => gateway.ask({ query, variables });
    expect(codes(ask({}))).toEqual([]);
    expect(codes(ask({ more: true }))).toEqual([WITHHELD_AGE]);
    expect([ask({}).cost, ask({ n: 7 }).cost, ask({ n: 3 }).cost]).toEqual([3, 7, 3]);
    expect(() => ask({ n: 1001 })).toThrow(expect.objectContaining({ code: 'TOO_COSTLY' }));
    expect(ask({ filter: { name: 'Ana' } }).decided).toBe(ask({ filter: { name: 'Luz' } }).decided);
    expect(() => ask({ filter: { age: 30 } })).toThrow(expect.objectContaining({ code: 'INPUT_WITHHELD' }));
    expect(() => ask({ filter: { age: null } })).toThrow(expect.objectContaining({ code: 'INPUT_WITHHELD' }));
  });

  it('is not one under other limits', () => {
    const gateway = new OneGateway(rulesOf(grantOf([NAME])));
    gateway.ask();
    expect(() => gateway.ask({}, { maxFields: 100, maxCost: 2 })).toThrow(
      expect.objectContaining({ code: 'TOO_COSTLY' }),
    );
  });

  it('cannot be changed by whoever has it', () => {
    const { notices, decided } = new OneGateway(rulesOf()).ask();
    expect([notices, notices[0], decided].every(Object.isFrozen)).toBe(true);
  });
});
