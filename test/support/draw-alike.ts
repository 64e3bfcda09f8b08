import fc from 'fast-check';

/**
 * Where the draws of every property begin. The same in each run, so that a change is judged by what it changed and not
 * by an unlucky draw of somebody else's; `npm run test:random` looks where nobody has looked yet.
 */
fc.configureGlobal({ seed: Number(process.env.UNISONO_SEED ?? 1) });
