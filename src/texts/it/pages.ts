/** pages */
export const pages = {};
