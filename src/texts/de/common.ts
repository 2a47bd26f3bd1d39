/** common */
export const common = {};
