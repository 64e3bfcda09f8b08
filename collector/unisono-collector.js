#!/usr/bin/env node
// Is there before the build, so that npm can link to it; what it starts is made by `npm run build`.
await import('./dist/bin.js').catch((error) => {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND' || !String(error.url ?? error.message).includes('bin.js'))
    throw error;
  console.error('The collector is not built yet: npm run build');
  process.exit(1);
});
