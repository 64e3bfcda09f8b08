import { type Calculation, entry, formatter } from 'unisono/calculator';
import type { Visit } from '../route.ts';

type Format = (value: number, calculation: Calculation, language: string) => string;

const format = ({ currency }: Calculation, language: string) => formatter(language, currency);

const money: Format = (value, calculation, language) => format(calculation, language).money(value);
const percent: Format = (value, calculation, language) =>
  format(calculation, language).figure(value, 'fraction');
const plain: Format = (value, calculation, language) =>
  format(calculation, language).precise(value, 'ratio', entry);
const times: Format = (...figure) => `${plain(...figure)}×`;
const people: Format = (value, calculation, language) => format(calculation, language).figure(value, 'count');

/** How each figure is written; one that is not listed is a plain number. */
const formats: Record<string, Format> = {
  roi: (value, calculation, language) =>
    (calculation.definition === 'roas' ? times : percent)(value, calculation, language),
  roas: times,
  ltvToCac: times,
  breakEvenRoas: times,
  breakEvenRoasAllCosts: times,
  breakEvenCustomers: people,
  breakEvenLeads: people,
  ctr: percent,
  revenue: money,
  profit: money,
  cpl: money,
  cac: money,
};

/** A figure of a calculation with its name: the ROI goes by the name of its definition. */
export function figure(
  name: string,
  calculation: Calculation,
  { words, language }: Visit,
): [label: string, value: string] {
  const { request } = words;
  const value = calculation.results[name] ?? null;
  return [
    (name === 'roi' ? request.definitions[calculation.definition] : request.figures[name]) ?? name,
    value === null ? request.noFigure : (formats[name] ?? plain)(value, calculation, language),
  ];
}
