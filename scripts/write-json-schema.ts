// The contract as a file, for receivers in other languages.
import { writeFileSync } from 'node:fs';
import { leadJsonSchema } from '../src/schema.ts';

const file = 'dist/lead.schema.json';
writeFileSync(file, `${JSON.stringify(leadJsonSchema(), null, 2)}\n`);
console.log(`${file}  the contract as JSON Schema`);
