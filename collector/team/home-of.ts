import type { Account } from '../store/tables.ts';

/** The list with which somebody begins. */
export const homeOf = ({ role }: Account): string => (role === 'marketing' ? '/marketing' : '/sales');
