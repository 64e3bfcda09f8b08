import * as z from 'zod';

// zod probes `new Function`, which a strict content security policy reports: said before the first schema is
// built, and therefore here, where every schema takes its `z` from.
z.config({ jitless: true });

export { z };
