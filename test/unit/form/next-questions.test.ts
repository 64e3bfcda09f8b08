import { expect, test } from 'vitest';
import { nextQuestions } from '../../../src/form/next-questions.ts';

const names = ['company', 'staff', 'budget', 'timeframe'];

test('at most so many are asked, in their order', () => {
  expect(nextQuestions(names, [], 2)).toEqual(['company', 'staff']);
  expect(nextQuestions(names, [], 9)).toEqual(names);
});

test('what was answered on an earlier visit makes room for what follows', () => {
  expect(nextQuestions(names, ['company'], 2)).toEqual(['staff', 'budget']);
  expect(nextQuestions(names, ['staff', 'company', 'timeframe'], 2)).toEqual(['budget']);
});

test('who has answered all of them is asked none', () => {
  expect(nextQuestions(names, names, 2)).toEqual([]);
});

test('answers to questions that this form does not ask change nothing', () => {
  expect(nextQuestions(names, ['fax', 'toString'], 2)).toEqual(['company', 'staff']);
});
