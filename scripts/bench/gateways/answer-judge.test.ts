import { AnswerJudge } from './answer-judge';

const DATA = { users: [{ name: 'A "quoted" {name}', id: '1' }], none: null };
const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

describe('AnswerJudge', () => {
  it('compares equal bytes once, whatever comes in the extensions', () => {
    const judge = new AnswerJudge(DATA);
    for (const requestId of ['one', 'another'])
      expect(judge.faultOf(bytes({ data: DATA, extensions: { requestId } }))).toBeUndefined();
    expect(judge.faultOf(bytes({ data: DATA }))).toBeUndefined();
    expect(judge.compared).toBe(1);
  });

  it('takes members in any order as equal, and compares these bytes too', () => {
    const judge = new AnswerJudge(DATA);
    const other = { none: null, users: [{ id: '1', name: 'A "quoted" {name}' }] };
    expect(judge.faultOf(bytes({ data: DATA }))).toBeUndefined();
    expect(judge.faultOf(bytes({ data: other }))).toBeUndefined();
    expect(judge.compared).toBe(2);
  });

  it.each([
    ['another value', { data: { ...DATA, none: 1 } }, 'none'],
    ['a member more', { data: { ...DATA, more: 1 } }, 'more'],
    ['a member less', { data: { users: DATA.users } }, 'none'],
    ['an entry less', { data: { ...DATA, users: [] } }, 'users.0'],
    ['no data', { extensions: {} }, 'data'],
  ])('finds %s, and names the place', (_, answer, place) => {
    expect(new AnswerJudge(DATA).faultOf(bytes(answer))).toContain(`first at ${place}`);
  });

  it('finds errors after data that is known to be right', () => {
    const judge = new AnswerJudge(DATA);
    judge.faultOf(bytes({ data: DATA }));
    expect(judge.faultOf(bytes({ data: DATA, errors: [{ message: 'no' }] }))).toContain('errors');
    expect(judge.faultOf(bytes({ data: DATA, extensions: {}, errors: [{ message: 'no' }] }))).toContain('errors');
  });

  it('refuses what is no JSON, and what was cut off', () => {
    const judge = new AnswerJudge(DATA);
    judge.faultOf(bytes({ data: DATA }));
    expect(judge.faultOf(bytes('nothing'))).toContain('no JSON');
    expect(judge.faultOf(bytes(`${JSON.stringify({ data: DATA, extensions: {} }).slice(0, -1)}`))).toContain('no JSON');
  });
});
