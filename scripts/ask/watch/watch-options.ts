import type { OptionText } from '../options';

/** The options that only a watch has. */
export const WATCH_OPTIONS: readonly OptionText[] = [
  {
    flags: '--every <duration>',
    en: 'asks again after each duration (ISO 8601): PT6H, P1D',
    es: 'vuelve a preguntar tras cada duración (ISO 8601): PT6H, P1D',
  },
  {
    flags: '--at <times>',
    en: 'asks every day at these times, UTC: 06:00 or 06:00,18:30',
    es: 'pregunta cada día a estas horas, UTC: 06:00 o 06:00,18:30',
  },
];

/** What stands around the options in the help of a watch. */
export const WATCH_HELP = {
  description: {
    en: 'Asks saved questions and reports what is new, revised or newly withheld since they were asked last. Without --every or --at it asks once, for a scheduler of your own.',
    es: 'Hace preguntas guardadas y dice qué es nuevo, revisado o recién retenido desde la última vez. Sin --every ni --at pregunta una vez, para un programador de tareas propio.',
  },
  questions: {
    en: 'numbers of saved questions: 01 06; every one that the asker is named for when left out',
    es: 'números de preguntas guardadas: 01 06; si se omiten, todas las de quien pregunta',
  },
  examples: {
    en: `
Examples:
  npm run ask -- watch 01 06 07 --as analyst.pan --at 06:00
  npm run ask -- watch --as analyst.pan --every PT6H --json
  npm run ask -- watch 06 --token-file token --key-file key.json

What is kept (DATA_DIR/watched) are figures and fingerprints of texts, no records; it is deleted when the
agreements of the answers say so.
Exit code: 0 every question was answered, 1 one was refused or failed, 2 asked wrongly.`,
    es: `
Ejemplos:
  npm run ask -- watch 01 06 07 --as analyst.pan --at 06:00
  npm run ask -- watch --as analyst.pan --every PT6H --json
  npm run ask -- watch 06 --token-file token --key-file key.json

Lo que se guarda (DATA_DIR/watched) son cifras y huellas de textos, ningún registro; se elimina cuando lo dicen
los acuerdos de las respuestas.
Código de salida: 0 todas respondidas, 1 alguna rechazada o fallida, 2 mal preguntada.`,
  },
} as const;
