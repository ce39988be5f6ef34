/** The months of which synthetic records exist. */
export const SYNTHETIC_MONTHS = ['2024-09', '2024-10', '2024-11', '2024-12'] as const;

/** The stations at which synthetic needs are recorded. */
export const SYNTHETIC_STATIONS = ['PA-5:LAJAS_BLANCAS', 'PA-5:SAN_VICENTE', 'PA-4:LOS_PLANES_DE_GUALACA'] as const;

/** The regions in which synthetic figures are counted. */
export const SYNTHETIC_REGIONS = ['PA-5', 'PA-4'] as const;

/** The parties whose synthetic contributions stand in the store. */
export const SYNTHETIC_CONTRIBUTORS = ['HUM', 'PAN'] as const;
