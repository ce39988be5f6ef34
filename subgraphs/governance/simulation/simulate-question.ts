import { contactOf } from '@pasarela/schema/access/contact-of';
import type { DecidedField } from '@pasarela/schema/access/decided-operation';
import { Decider } from '@pasarela/schema/access/decider';
import { type Notice, noticesOf, noticesOfField } from '@pasarela/schema/access/notice';
import { explainDecision } from '@pasarela/schema/access/review/explain-decision';
import type { SimulatedRequest, Simulator } from '@pasarela/schema/access/review/simulate';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import { errorMessage, RequestError, requestError } from '@pasarela/schema/errors';
import { PURPOSES, ROLES } from '@pasarela/schema/identity/purposes';
import type { Language } from '@pasarela/schema/localized-text';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { governanceOf } from '../governance-service';
import { oneOf } from '../in-force/one-of';
import { readVariables } from '../questions/read-variables';
import { readInstant } from './read-instant';
import { rulesAskedAbout } from './rules-asked-about';
import { Explanation, SimulatedField, Simulation } from './simulation';
import type { SimulatedQuestionInput, SimulatedRequestInput } from './simulation-input';

const MAX_COORDINATES = 500;

/**
 * What a question would come to for somebody.
 *
 * @throws BAD_INPUT, and for a draft what `rulesAskedAbout` does. What they would be refused for is answered.
 */
export async function simulateQuestion(
  question: SimulatedQuestionInput,
  asked: SimulatedRequestInput & { readonly language: Language },
  context: ServeContext,
): Promise<Simulation> {
  const { query, variables, coordinates } = question;
  if ((query == null) === (coordinates == null))
    throw requestError('BAD_INPUT', { what: 'ask for a query, or for coordinates' });
  if (coordinates && coordinates.length > MAX_COORDINATES)
    throw requestError('BAD_INPUT', { what: `coordinates has at most ${MAX_COORDINATES}` });
  const subject = readSubject(asked, context);
  const ruleSet = await rulesAskedAbout(asked.draft, context);
  const shown = { ruleSet, language: asked.language };
  if (query == null) return simulateFields(coordinates ?? [], subject, shown);
  const request = { ...subject, query, variables: readVariables(variables) };
  return simulateQuery(request, governanceOf(context).questions.simulator, shown);
}

/** Why somebody gets what they get of a field. @throws BAD_INPUT, and for a draft what `rulesAskedAbout` does. */
export async function explainField(
  coordinate: string,
  asked: SimulatedRequestInput,
  context: ServeContext,
): Promise<Explanation> {
  const ruleSet = await rulesAskedAbout(asked.draft, context);
  oneOf('coordinate', coordinate, [...ruleSet.labels.fields.keys()]);
  return Object.assign(new Explanation(), explainDecision(ruleSet, readSubject(asked, context), coordinate));
}

function readSubject({ requester, purpose: given, caseGiven, at }: SimulatedRequestInput, { now }: ServeContext) {
  const purpose = oneOf('purpose', given, PURPOSES);
  const { party, agency, roles, purposes } = requester;
  return {
    requester: {
      party,
      agency,
      roles: roles.map((role) => oneOf('roles', role, ROLES)),
      purposes: purposes?.map((one) => oneOf('purposes', one, PURPOSES)) ?? [purpose],
    },
    purpose,
    caseGiven: caseGiven ?? false,
    at: readInstant(at, now),
  };
}

interface ShownUnder {
  readonly ruleSet: RuleSet;
  readonly language: Language;
}

function simulateQuery(request: SimulatedRequest, simulator: Simulator, shown: ShownUnder): Simulation {
  const { ruleSet, language } = shown;
  try {
    const { decided } = simulator.decide(request, ruleSet);
    const fields = decided.fields.map((field) => showField(field, shown));
    const rows = noticesOf(decided, ruleSet, language).filter(({ code }) => code === 'ROWS_CONDITIONAL');
    return Object.assign(new Simulation(), { refused: null, refusal: null, fields, rows });
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const { code: refused, details } = error;
    const refusal = errorMessage(refused, language, details);
    return Object.assign(new Simulation(), { refused, refusal, fields: [], rows: [] });
  }
}

function simulateFields(
  coordinates: readonly string[],
  subject: ReturnType<typeof readSubject>,
  shown: ShownUnder,
): Simulation {
  const decider = new Decider(shown.ruleSet, subject);
  const fields = coordinates.map((coordinate) => {
    oneOf('coordinates', coordinate, [...shown.ruleSet.labels.fields.keys()]);
    return showField({ path: coordinate, decision: decider.decide(coordinate) }, shown);
  });
  return Object.assign(new Simulation(), { refused: null, refusal: null, fields, rows: [] });
}

function showField({ path, decision }: DecidedField, { ruleSet, language }: ShownUnder): SimulatedField {
  const { coordinate, level, withheld, agreements, label } = decision;
  const notices = noticesOfField(decision, path, ruleSet, language);
  const always = notices.find(({ code }) => code !== 'CONDITIONAL');
  return Object.assign(new SimulatedField(), {
    path,
    coordinate,
    level,
    withheld,
    conditions: notices.filter(isConditional),
    rule: always?.rule ?? null,
    agreements: agreements.map(({ id }) => id),
    reason: always?.reason ?? notices.find(isConditional)?.reason ?? null,
    contact: contactOf(label?.owner, ruleSet),
  });
}

const isConditional = ({ code }: Notice): boolean => code === 'CONDITIONAL';
