export const example = {};
