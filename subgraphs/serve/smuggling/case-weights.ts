import { CaseStatus, HandlingCode, SourceGrade, TrafficLight } from './case-handling';

/** Every weight of this file is invented and holds for all owners; only the order of the nationalities follows the flow of 2023. */
export const NATIONALITY_WEIGHTS = [
  ['VEN', 60],
  ['ECU', 11],
  ['HTI', 9],
  ['CHN', 5],
  ['COL', 4],
  ['AFG', 3],
  ['IND', 2],
  ['PER', 2],
  ['CUB', 2],
  ['BRA', 2],
] as const;

/** Where a case stands. */
export const STATUS_WEIGHTS = [
  [CaseStatus.OPEN, 50],
  [CaseStatus.SUSPENDED, 5],
  [CaseStatus.PROSECUTED, 25],
  [CaseStatus.CLOSED, 20],
] as const;

/** What may be done with a case's information. */
export const HANDLING_WEIGHTS = [
  [HandlingCode.H0, 40],
  [HandlingCode.H1, 30],
  [HandlingCode.H2, 20],
  [HandlingCode.H3, 10],
] as const;

/** How far a case's source is trusted. */
export const SOURCE_WEIGHTS = [
  [SourceGrade.A, 20],
  [SourceGrade.B, 40],
  [SourceGrade.C, 15],
  [SourceGrade.X, 25],
] as const;

/** How far a case's information is trusted. */
export const INFORMATION_WEIGHTS = [
  [1, 20],
  [2, 30],
  [3, 30],
  [4, 20],
] as const;

/** With whom a case's document may be shared. */
export const TRAFFIC_LIGHT_WEIGHTS = [
  [TrafficLight.RED, 10],
  [TrafficLight.AMBER_STRICT, 25],
  [TrafficLight.AMBER, 40],
  [TrafficLight.GREEN, 20],
  [TrafficLight.CLEAR, 5],
] as const;
