// One transformer for everything: our TypeScript, and packages that ship only ES modules (NestJS 12, @apollo/server...), both to CommonJS by SWC.
// CommonJS packages pass through untouched. So jest needs no --experimental-vm-modules and jest.mock() hoists as usual.
const { createTransformer } = require('@swc/jest');
const { version } = require('@swc/core/package.json');
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');

const base = {
  target: 'es2022',
  keepClassNames: true,
  transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
};
const make = (parser, sourceMaps) => createTransformer({ jsc: { ...base, parser }, module: { type: 'commonjs' }, sourceMaps });
const ts = make({ syntax: 'typescript', decorators: true }, 'inline');
const tsx = make({ syntax: 'typescript', tsx: true, decorators: true }, 'inline');
const esm = make({ syntax: 'ecmascript' }, false);

const isEsm = /^\s*(?:import\s*(?:[\w*{'"]|\()|export\s*(?:[*{]|default|const|let|var|function|class|async))|\bimport\.meta\b|\bimport\(/m;
const self = createHash('sha1').update(readFileSync(__filename)).update(version).digest('hex');

module.exports = {
  process(src, file, options) {
    if (file.endsWith('.tsx')) return tsx.process(src, file, options);
    if (/\.[cm]?ts$/.test(file)) return ts.process(src, file, options);
    return isEsm.test(src) ? esm.process(src, file, options) : { code: src };
  },
  getCacheKey(src, file, options) {
    return createHash('sha1')
      .update(self)
      .update(file)
      .update(src)
      .update(options.instrument ? '1' : '0')
      .digest('hex');
  },
};
