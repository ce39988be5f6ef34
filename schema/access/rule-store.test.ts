import { agreementText, FOLDER_LABELS, guardrailText, makeRuleFolder, type RuleFolder } from '../testing/rule-folder';
import { subjectOf } from '../testing/rules';
import { decide } from './decide';
import { RuleStore } from './rule-store';

describe('RuleStore', () => {
  let folder: RuleFolder;
  let store: RuleStore;
  const rejected: string[] = [];

  beforeEach(() => {
    folder = makeRuleFolder();
    folder.write('agreements/pan.yaml', agreementText());
    rejected.length = 0;
    store = new RuleStore(folder.directory, FOLDER_LABELS, (owner) => rejected.push(owner));
  });
  afterEach(() => {
    store.close();
    folder.remove();
  });

  const levelOf = (field: string) => decide(store.current(), subjectOf({ agency: 'MIGRACION_COLOMBIA' }), field).level;

  it('keeps the same rule set as long as the files are the same', async () => {
    const before = store.current();
    expect(await store.refresh()).toBe(before);
  });

  it('a changed file takes effect after refresh()', async () => {
    folder.write('agreements/pan.yaml', agreementText({ fields: 'Crossing: ["on"]', level: 'month' }));
    expect(levelOf('Crossing.on')).toBe('none');
    expect(await store.refresh()).toBe(store.current());
    expect([levelOf('Crossing.on'), levelOf('Crossing.sex')]).toEqual(['month', 'none']);
  });

  it('a broken file is reported and keeps the last valid part', async () => {
    const before = store.current().version;
    folder.write('agreements/pan.yaml', agreementText({ level: 'month' }));
    await store.refresh();
    expect(rejected).toEqual(['PAN']);
    expect(levelOf('Crossing.sex')).toBe('full');
    expect(store.current().version).not.toBe(before);
    await store.refresh();
    expect(rejected).toEqual(['PAN']);
  });

  it('a broken guardrail of ALL keeps everything as it was', async () => {
    const before = store.current();
    folder.write('agreements/pan.yaml', agreementText({ fields: 'Crossing: ["on"]' }));
    folder.write('guardrails/people.yaml', guardrailText({ owner: 'ALL', level: 'month' }));
    expect(await store.refresh()).toBe(before);
    expect(rejected).toEqual(['ALL']);
  });

  it('files that are gone keep everything as it was', async () => {
    const before = store.current();
    folder.remove();
    expect(await store.refresh()).toBe(before);
    expect(rejected).toEqual(['ALL']);
  });

  it('starts with nothing granted when its only part is broken', () => {
    folder.write('agreements/pan.yaml', agreementText({ level: 'month' }));
    const late = new RuleStore(folder.directory, FOLDER_LABELS, (owner) => rejected.push(owner));
    late.close();
    expect(rejected).toEqual(['PAN']);
    expect([...late.current().grants.keys()]).toEqual([]);
  });
});
