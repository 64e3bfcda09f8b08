// ISO 4217: the currencies whose minor unit is not a hundredth. Our own table, since engines disagree (HUF).
const digitsByCurrency: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** Decimals of a currency's minor unit: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorUnits(currency: string): number {
  const found = Object.entries(digitsByCurrency).find(([, currencies]) => currencies.includes(currency));
  return found ? Number(found[0]) : 2;
}
