/** cli */
export const cli = {};
