// Writes the published JSON Schemas from the zod schemas in shared/. Run it with `npm run schemas`.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {typeof import('../shared/json-schemas.ts')} JsonSchemas */
const { module: schemas } = await runnerImport(/** @type {string} */ (path.join(root, 'shared', 'json-schemas.ts')), {
  root,
  configFile: false,
  logLevel: 'error',
});
const { templateJsonSchema, reviewFileJsonSchema, verifyReportJsonSchema } = /** @type {JsonSchemas} */ (schemas);

await write('templates/template.schema.json', templateJsonSchema());
await write('templates/review.schema.json', reviewFileJsonSchema());
await write('docs/verify-report.schema.json', verifyReportJsonSchema());

/**
 * @param {string} name
 * @param {unknown} schema
 */
async function write(name, schema) {
  const file = path.join(root, name);
  await writeFile(file, `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`wrote ${path.relative(root, file)}`);
}
