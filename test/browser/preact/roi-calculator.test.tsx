import { cleanup, fireEvent, render } from '@testing-library/preact';
import { createRef } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import {
  type Calculation,
  RoiCalculator,
  type RoiCalculatorElement,
  useCalculation,
} from '../../../src/preact/index.ts';

afterEach(cleanup);

async function type(element: RoiCalculatorElement, name: string, value: string): Promise<void> {
  await element.updateComplete;
  const input = element.shadowRoot!.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
  input.value = value;
  fireEvent.input(input);
}

test('follows its properties, and keeps what a person has typed', async () => {
  const calculator = createRef<RoiCalculatorElement>();
  const { rerender } = render(<RoiCalculator ref={calculator} currency="CHF" values={{ leads: 100 }} />);
  await type(calculator.current!, 'media', '800');
  expect(calculator.current!.calculation).toMatchObject({
    currency: 'CHF',
    definition: 'margin',
    inputs: { costs: { media: 800 }, funnel: [{ name: 'leads', volume: 16 }, { name: 'customers' }] },
  });

  rerender(<RoiCalculator ref={calculator} definition="roas" />);
  expect(calculator.current!.calculation).toMatchObject({
    currency: 'EUR',
    definition: 'roas',
    inputs: { costs: { media: 800 } },
  });
});

test('tells when a link was shared', () => {
  const onRoiShare = vi.fn<(event: CustomEvent<{ link: string }>) => void>();
  const { container } = render(<RoiCalculator onRoiShare={onRoiShare} />);
  const detail = { link: 'https://shop.example/#unisono=1' };
  container.querySelector('roi-calculator')!.dispatchEvent(new CustomEvent('roi-share', { detail }));
  expect(onRoiShare.mock.calls.map(([event]) => event.detail)).toEqual([detail]);
});

test('tells its handler and its hook once, when the person pauses', async () => {
  const onRoiCalculate = vi.fn<(event: CustomEvent<Calculation>) => void>();
  const Budget = () => <p>{JSON.stringify(useCalculation()?.inputs.costs ?? 'nothing yet')}</p>;
  const { container, findByText, getByText } = render(
    <>
      <RoiCalculator onRoiCalculate={onRoiCalculate} />
      <Budget />
    </>,
  );
  getByText('"nothing yet"');
  await type(container.querySelector('roi-calculator')!, 'media', '123');
  await type(container.querySelector('roi-calculator')!, 'media', '1234');
  await findByText(/"media":1234/, {}, { timeout: 3000 });
  expect(onRoiCalculate).toHaveBeenCalledTimes(1);
});
