/**
 * Progressive profiling: the questions that are asked this time, at most so many, before those that were answered on
 * an earlier visit. Who has answered all of them is asked none.
 */
export const nextQuestions = (
  names: readonly string[],
  answered: readonly string[],
  most: number,
): readonly string[] => names.filter((name) => !answered.includes(name)).slice(0, most);
