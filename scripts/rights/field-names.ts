import type { Language, LocalizedText } from '@pasarela/schema/localized-text';

/** What the fields of records of persons are called in a letter. */
const NAMES: Readonly<Record<string, LocalizedText>> = {
  id: { en: 'key of the record', es: 'clave del registro' },
  dataset: { en: 'dataset', es: 'conjunto de datos' },
  crossedOn: { en: 'day of registration', es: 'fecha de registro' },
  direction: { en: 'direction', es: 'dirección' },
  nationality: { en: 'nationality', es: 'nacionalidad' },
  secondNationality: { en: 'second nationality', es: 'segunda nacionalidad' },
  sex: { en: 'sex', es: 'sexo' },
  birthDate: { en: 'date of birth', es: 'fecha de nacimiento' },
  entryPoint: { en: 'point of entry', es: 'punto de entrada' },
  station: { en: 'station', es: 'estación' },
  fullName: { en: 'name', es: 'nombre' },
  documentNumber: { en: 'number of the document', es: 'número de documento' },
  biometricReference: { en: 'biometric reference', es: 'referencia biométrica' },
  travelGroup: { en: 'travel group', es: 'grupo de viaje' },
  unaccompaniedChild: { en: 'unaccompanied child', es: 'menor no acompañado' },
  guardian: { en: 'guardian', es: 'tutor' },
  guardianLink: { en: 'link to a guardian', es: 'vínculo con el tutor' },
  guardianPermit: { en: "guardian's permit", es: 'permiso del tutor' },
  relation: { en: 'relation', es: 'parentesco' },
  program: { en: 'programme', es: 'programa' },
  specificNeeds: { en: 'specific needs', es: 'necesidades específicas' },
  asylumClaim: { en: 'claim to refugee status', es: 'solicitud de refugio' },
  officerNotes: { en: "officer's notes", es: 'notas del funcionario' },
  caseworkerNotes: { en: "caseworker's notes", es: 'notas del gestor del caso' },
  currentStage: { en: 'stage', es: 'etapa' },
  stageReached: { en: 'furthest stage', es: 'etapa más avanzada' },
  stageHistory: { en: 'stages', es: 'etapas' },
  stage: { en: 'stage', es: 'etapa' },
  on: { en: 'since', es: 'desde' },
  registeredOn: { en: 'day of preregistration', es: 'fecha de prerregistro' },
  department: { en: 'department', es: 'departamento' },
  municipality: { en: 'municipality', es: 'municipio' },
  holder: { en: 'applicant or holder', es: 'solicitante o titular' },
  householdAddress: { en: 'address', es: 'dirección' },
  healthAffiliation: { en: 'health insurance', es: 'afiliación en salud' },
  pseudonym: { en: 'identifier', es: 'identificador' },
  role: { en: 'role in the case', es: 'papel en el caso' },
  confirmation: { en: 'state of the identification as a victim', es: 'estado de la identificación como víctima' },
  stateHistory: { en: 'steps of the identification as a victim', es: 'pasos de la identificación como víctima' },
  claimedNationalities: { en: 'nationalities claimed', es: 'nacionalidades declaradas' },
  tVisaApplication: { en: 'application for a T visa', es: 'solicitud de visa T' },
  medicalNotes: { en: 'medical notes', es: 'notas médicas' },
  statement: { en: 'statement', es: 'declaración' },
  disabilityOrIllness: { en: 'disability or illness', es: 'discapacidad o enfermedad' },
};

/** What a field is called in a letter; its own name where it has no other. @param field with or without its type. */
export function fieldName(field: string, language: Language): string {
  const name = field.split('.').at(-1) as string;
  return (Object.hasOwn(NAMES, name) && NAMES[name]?.[language]) || name;
}
