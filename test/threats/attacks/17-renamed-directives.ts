import { checkedLabels } from '@pasarela/schema/contract';
import { composeSupergraph } from '@pasarela/scripts/compose/compose-contract';
import { openFederation } from '../../federation/open-federation';
import { fixtureAppraisals, fixtureRegister } from '../../fixtures/appraisals';
import { appraisalsContract, appraisalsRules } from '../../fixtures/appraisals/open-appraisals';
import type { Attack, Stage } from '../attack';
import { changed, type Sdls } from '../changed-schema';
import { askedOf } from '../never-asked';
import { WRITINGS, written } from '../renamed-schema';

const QUESTION = {
  as: 'analyst.col',
  purpose: 'MIGRATION_MANAGEMENT',
  query: '{ arrivals { id day note firstSeen weekday initials badge companionInitials summary } }',
} as const;

/** The same schemas with directives under other names are the same contract. */
async function readOtherNames(): Promise<void> {
  const { subgraphs, labels } = appraisalsContract();
  for (const [name, writing] of Object.entries(WRITINGS)) {
    const sdls = written(subgraphs, writing);
    expect([name, [...sdls.values()].some((sdl) => /@key\b/.test(sdl.replaceAll(/name: "@key"/g, '')))]).toEqual([
      name,
      false,
    ]);
    expect(composeSupergraph(sdls)).toContain('requires: "companion { fullName }"');
    expect([name, checkedLabels(sdls)]).toEqual([name, labels]);
  }
}

/** A federation whose contract has them under other names answers as ever, and fetches as little. */
async function askOtherNames(stage: Stage): Promise<void> {
  const subgraphs = written(appraisalsContract().subgraphs, WRITINGS.aliases);
  const supergraph = composeSupergraph(subgraphs);
  const contract = { directory: appraisalsRules, subgraphs, supergraph, labels: checkedLabels(subgraphs) };
  const definitions = [fixtureRegister, fixtureAppraisals];
  const renamed = await openFederation({ definitions, contract, rulesDirectory: appraisalsRules });
  try {
    const [plain, other] = [await stage.ask(QUESTION), await renamed.ask(QUESTION)];
    expect(other.body.data).toEqual(plain.body.data);
    expect(other.body.extensions?.notices).toEqual(plain.body.extensions.notices);
    expect(other.body.data.arrivals[1]).toMatchObject({ id: 'a-2', firstSeen: '2024-03', initials: null, badge: null });
    const asked = [
      ...(await renamed.requestLog('fixture-register')),
      ...(await renamed.requestLog('fixture-appraisals')),
    ];
    expect(askedOf(asked)).toEqual([
      ['Arrival.day', 'Query.arrivals'],
      ['Arrival.firstSeen', 'Arrival.note'],
    ]);
  } finally {
    await renamed.close();
  }
}

const REGISTER = 'fixture-register';
const NAME = 'fullName: String @about(subjects: [NAME]) @sensitivity(as: PERSONAL)';
const LINK = 'extend schema @link(';
const COUNTS = `"A dimension that may be counted: the figure is kept per value of it."
directive @counts(dimension: String!) on FIELD_DEFINITION`;
const LABELS_ELSEWHERE = `${LINK}url: "https://labels.example/labels/v1.0", import: [{ name: "@owner", as: "@o" }])`;

/** Labels that say something else, or look like labels; each composes where labels are not checked. */
const DISGUISES: Readonly<Record<string, (sdls: Sdls) => readonly [Sdls, cause: RegExp]>> = {
  'a label that is imported under another name': (sdls) => [
    changed(sdls, REGISTER, [
      [LINK, `${LABELS_ELSEWHERE} directive @o(party: String!) on OBJECT ${LINK}`],
      ['type Arrival @owner', 'type Arrival @o(party: "COL") @owner'],
    ]),
    /^schema \(fixture-register\) links https:\/\/labels\.example.*no specification/,
  ],
  'a directive of federation that is called like a label': (sdls) => [
    changed(sdls, REGISTER, [
      ['import: [', 'import: [{ name: "@tag", as: "@counts" }, '],
      [COUNTS, ''],
    ]),
    /^schema \(fixture-register\) links .* under @counts: no label is renamed/,
  ],
  'a label that is almost written like one': (sdls) => [
    changed(sdls, REGISTER, [
      [LINK, `directive @sensitivty(as: String) on FIELD_DEFINITION ${LINK}`],
      [NAME, `${NAME} @sensitivty(as: "SENSITIVE")`],
    ]),
    /^Arrival\.fullName \(fixture-register\) has @sensitivty, which is no directive/,
  ],
  'a label that takes what the contract does not know': (sdls) => [
    changed(sdls, REGISTER, [
      ['directive @reads(field: String!, at: String)', 'directive @reads(field: String!, at: String, unless: String)'],
    ]),
    /^@reads \(fixture-register\) is defined differently/,
  ],
  'a sensitivity that is more harmless than all others': (sdls) => [
    changed(sdls, REGISTER, [['Sensitivity @inaccessible { PUBLIC', 'Sensitivity @inaccessible { HARMLESS PUBLIC']]),
    /^Sensitivity \(fixture-register\) is defined differently/,
  ],
};

async function disguiseLabels(): Promise<void> {
  const { subgraphs } = appraisalsContract();
  for (const [disguise, change] of Object.entries(DISGUISES)) {
    const [sdls, cause] = change(subgraphs);
    expect([disguise, composeSupergraph(sdls).includes('type Arrival')]).toEqual([disguise, true]);
    expect(() => checkedLabels(sdls)).toThrow(cause);
  }
}

/** The attacks of threat 17. */
export const attacks: readonly Attack[] = [
  {
    number: 17,
    title: 'keys, requirements and foreign fields are known under any name that federation knows them by',
    on: 'appraisals',
    guards: ['realNames'],
    run: readOtherNames,
  },
  {
    number: 17,
    title: 'under other names a key stays plumbing, and a requirement still lowers and withholds',
    on: 'appraisals',
    guards: ['realNames'],
    run: askOtherNames,
  },
  {
    number: 17,
    title: 'a label that is renamed, redefined or only looks like one does not compose',
    on: 'appraisals',
    guards: ['checkedDirectives'],
    run: disguiseLabels,
  },
];
