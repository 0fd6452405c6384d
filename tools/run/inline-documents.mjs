// Puts each GraphQL document into the module that sends it. The generated map holds all of them, so that every page would load the documents
// of every other page; with this plugin a page brings its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, visit } from 'graphql';

const call = /\bgraphql\(\s*`([^`]+)`\s*,?\s*\)/g;
const plain = (node) =>
  JSON.parse(
    JSON.stringify(node, (key, value) =>
      key === 'loc' || (Array.isArray(value) && value.length === 0 && key !== 'definitions') ? undefined : value,
    ),
  );

/** Names of the fragments that a definition spreads. */
const spreads = (node) => {
  const names = [];
  visit(node, { FragmentSpread: ({ name }) => void names.push(name.value) });
  return names;
};

/** A Vite plugin for the sources in this folder. */
export function inlineDocuments(folder) {
  const fragments = new Map();
  return {
    name: 'inline-documents',
    buildStart() {
      for (const file of readdirSync(folder, { recursive: true }).map(String))
        if (/\.tsx?$/.test(file) && !/(^gql\/|\.spec\.)/.test(file))
          for (const [, text] of readFileSync(join(folder, file), 'utf8').matchAll(call))
            for (const definition of parse(text).definitions)
              if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
    },
    transform(code, id) {
      if (!id.startsWith(folder) || id.includes('/gql/') || !code.includes('graphql(')) return undefined;
      const inlined = code.replace(call, (_, text) => {
        const definitions = [...parse(text).definitions];
        const known = new Set(definitions.map((definition) => definition.name.value));
        for (let i = 0; i < definitions.length; i++)
          for (const name of spreads(definitions[i])) {
            const fragment = fragments.get(name);
            if (!fragment) throw new Error(`no fragment ${name} for a document in ${id}`);
            if (!known.has(name)) definitions.push(fragment);
            known.add(name);
          }
        return `(${JSON.stringify(plain({ kind: 'Document', definitions }))})`;
      });
      return inlined === code ? undefined : { code: inlined.replace(/^import \{ graphql \} from '\.\.\/gql';$/m, ''), map: null };
    },
  };
}
