import type { Language } from '@pasarela/schema/localized-text';

const en = {
  first: 'Asked for the first time: {places} places are known from now on.',
  dropped: 'The earlier answer had to be deleted by its agreements; this one counts as the first.',
  since: 'Since {since}:',
  nothing: 'Nothing is new, revised or newly withheld since {since}.',
  kinds: {
    NEW: 'new',
    REVISED: 'revised',
    NEWLY_WITHHELD: 'newly withheld',
    NO_LONGER_WITHHELD: 'no longer withheld',
    GONE: 'no longer there',
  },
  changed: 'changed',
  aRecord: 'a record',
  wholeList: 'the list as a whole',
  provenance: 'the figure is the same, its status, date or source is not',
  rulesNew: 'Rules under which less is, or may be, shown than before:',
  rulesGone: 'Rules that no longer hold here:',
  ruleSet: 'Rule set {before}, now {after}.',
  problems: 'What could not be had; what was known of it stands until it can:',
  refused: 'The gateway refused:',
  notAnswered: 'Not answered:',
  next: 'Asks again at {next}.',
};
type WatchTexts = typeof en;

const es: WatchTexts = {
  first: 'Consultada por primera vez: desde ahora se conocen {places} lugares.',
  dropped: 'La respuesta anterior debía eliminarse según sus acuerdos; esta cuenta como la primera.',
  since: 'Desde {since}:',
  nothing: 'Nada es nuevo, revisado ni recién retenido desde {since}.',
  kinds: {
    NEW: 'nuevo',
    REVISED: 'revisado',
    NEWLY_WITHHELD: 'recién retenido',
    NO_LONGER_WITHHELD: 'ya no retenido',
    GONE: 'ya no está',
  },
  changed: 'cambió',
  aRecord: 'un registro',
  wholeList: 'la lista completa',
  provenance: 'la cifra es la misma, su estado, fecha o fuente no',
  rulesNew: 'Reglas por las que se muestra, o puede mostrarse, menos que antes:',
  rulesGone: 'Reglas que aquí ya no rigen:',
  ruleSet: 'Conjunto de reglas {before}, ahora {after}.',
  problems: 'Lo que no se pudo obtener; lo que se conocía queda en pie hasta que se pueda:',
  refused: 'La pasarela rechazó la consulta:',
  notAnswered: 'Sin respuesta:',
  next: 'Vuelve a preguntar a las {next}.',
};

/** The words of a watch in every language. */
export const WATCH_TEXTS: Readonly<Record<Language, WatchTexts>> = { en, es };
