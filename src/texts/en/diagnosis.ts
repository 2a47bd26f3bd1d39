/** diagnosis */
export const diagnosis = {};
