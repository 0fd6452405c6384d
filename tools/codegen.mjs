// graphql-codegen's client preset without its CLI (174 packages fewer, and none that wants Node 22).
// node tools/codegen.mjs [--check]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, parse } from 'graphql';

const SCHEMA = 'libs/schema/schema.graphql',
  SRC = 'apps/web/src',
  OUT = 'apps/web/src/gql/';
const schemaAst = buildSchema(readFileSync(SCHEMA, 'utf8'));
const schema = parse(readFileSync(SCHEMA, 'utf8'));

const documents = readdirSync(SRC, { recursive: true })
  .map((f) => join(SRC, String(f)))
  .filter((f) => /\.tsx?$/.test(f) && !f.startsWith(join(OUT)) && !/\.spec\./.test(f))
  .sort()
  .flatMap((location) =>
    [...readFileSync(location, 'utf8').matchAll(/\b(?:graphql|gql)\(\s*(?:\/\*\s*GraphQL\s*\*\/\s*)?`([^`]+)`\s*,?\s*\)/g)].map((m) => ({
      location,
      rawSDL: m[1],
      document: parse(m[1]),
    })),
  );

const sections = await preset.buildGeneratesSection({
  baseOutputDir: OUT,
  schema,
  schemaAst,
  documents,
  plugins: [],
  pluginMap: {},
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    scalars: {
      ID: 'string',
      DateTime: 'string',
      Day: 'string',
      Json: 'unknown',
      BoardSnapshot: "import('@baton/domain').BoardSnapshot",
      Changes: "import('@baton/domain').Change[]",
    },
  },
  presetConfig: { fragmentMasking: false },
  documentTransforms: [],
  profiler: { run: (fn) => Promise.resolve().then(fn), collect: () => [] },
});
let stale = 0;
for (const s of sections) {
  const text = await codegen({ ...s, documents: s.documents ?? documents, skipDocumentsValidation: false });
  let old = '';
  try {
    old = readFileSync(s.filename, 'utf8');
  } catch {
    /* new */
  }
  if (old === text) continue;
  stale++;
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(s.filename), { recursive: true });
    writeFileSync(s.filename, text);
  }
}
console.log(`${documents.length} documents, ${sections.length} files, ${stale} changed`);
if (stale && process.argv.includes('--check')) process.exit(1);
