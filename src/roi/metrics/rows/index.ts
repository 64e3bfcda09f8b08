/** Every metric's definition under its id, one by one, for a calculator that asks only for those it shows. */
export * from './cash.ts';
export * from './customer.ts';
export * from './leads.ts';
export * from './media.ts';
export * from './returns.ts';
export * from './sales.ts';
export * from './thresholds.ts';
