#!/usr/bin/env node
import { resolve } from 'node:path';
import { serve } from './serve.ts';
import { settingsOf } from './settings-of.ts';

try {
  const { url } = await serve(settingsOf(process.env, resolve('unisono-data')));
  console.log(`The collector listens at ${url}`);
} catch (error) {
  const isExpected = error instanceof Error && /^(Setting|Start)Error$/.test(error.name);
  console.error(isExpected ? error.message : error);
  process.exit(1);
}
