/** The part of the catalogue of errors that tables of counts are refused with. */
export const STATISTIC_ERRORS = {
  UNKNOWN_STATISTIC_TABLE: {
    status: 404,
    en: 'There is no such table of counts among those of your party. List the releases to see the tables.',
    es: 'No existe tal tabla de recuentos entre las de su parte. Liste las publicaciones para ver las tablas.',
  },
} as const;
