/** problems */
export const problems = {};
