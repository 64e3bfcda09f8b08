import { describe, expect, test } from 'vitest';
import { inputs } from '../../../src/calculator/inputs.ts';
import { sliderPosition, sliderValue, stepped } from '../../../src/calculator/slider.ts';
import type { InputName } from '../../../src/i18n/calculator-messages.ts';

describe('a slider', () => {
  test.each<[InputName, number, number]>([
    ['media', 5000, 20_000],
    ['media', 0, 20_000],
    ['leads', 200, 800],
    ['customerRate', 0.1, 1],
    ['months', 12, 36],
    ['delay', 2, 36],
  ])('of %s, where usually %d stands, ends at %d', (name, usual, end) => {
    expect(sliderValue(100, inputs[name], usual)).toBe(end);
    expect(sliderValue(0, inputs[name], usual)).toBe(name === 'months' ? 1 : 0);
    expect(sliderPosition(end, inputs[name], usual)).toBe(100);
    expect(sliderPosition(2 * end, inputs[name], usual)).toBe(100);
    expect(sliderPosition(0, inputs[name], usual)).toBe(0);
  });

  test('gives small values more room: half of the way is a quarter of the value', () => {
    expect(sliderValue(50, inputs.media, 5000)).toBe(5000);
    expect(sliderPosition(5000, inputs.media, 5000)).toBe(50);
  });

  test('rounds to two digits, and counts to whole ones', () => {
    expect(sliderValue(33, inputs.media, 5000)).toBe(2200);
    expect(sliderValue(33, inputs.customerRate, 0.1)).toBe(0.11);
    expect(sliderValue(10, inputs.leads, 30)).toBe(1);
    expect(sliderValue(20, inputs.delay, 2)).toBe(1);
  });
});

describe('a step', () => {
  test.each<[InputName, number, number, number]>([
    ['leads', 200, 210, 190],
    ['leads', 205, 210, 200],
    ['leads', 100, 110, 99],
    ['leads', 99, 100, 98],
    ['leads', 7, 8, 6],
    ['leads', 0, 1, 0],
    ['media', 5000, 5100, 4900],
    ['media', 1000, 1100, 990],
    ['media', 12.5, 13, 12],
    ['customerRate', 0.1, 0.11, 0.099],
    ['customerRate', 0.05, 0.051, 0.049],
    ['customerRate', 0.005, 0.006, 0.004],
    ['customerRate', 1, 1, 0.99],
    ['customerRate', 0, 0.001, 0],
    ['months', 120, 120, 110],
    ['months', 1, 2, 1],
    ['spendMonths', 1, 2, 1],
    ['delay', 1, 2, 0],
    ['media', 1e12, 1e12, 9.9e11],
  ])('of %s from %d goes up to %d and down to %d', (name, value, up, down) => {
    expect(stepped(value, 1, inputs[name])).toBe(up);
    expect(stepped(value, -1, inputs[name])).toBe(down);
  });
});
