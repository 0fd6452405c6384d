// The names of all emoji, for the picker: served by us, so that nobody else hears who looks for one. Only what the picker reads is kept.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(load.resolve(`emojibase-data/${name}`), 'utf8'));

/** Where the data lies; the version is part of it, so that browsers may keep it for good. */
export const emojiPath = `assets/emoji-${read('package.json').version}`;

const files = () => ({
  [`${emojiPath}/en/data.json`]: read('en/data.json').map(({ label, emoji, version, tags, group, subgroup, skins }) => ({
    label,
    emoji,
    version,
    tags,
    group,
    subgroup,
    skins: skins?.map((skin) => ({ emoji: skin.emoji, tone: skin.tone })),
  })),
  [`${emojiPath}/en/messages.json`]: read('en/messages.json'),
});

/** A Vite plugin: emits the data with a build, and serves it while developing. */
export function emojiData() {
  return {
    name: 'emoji-data',
    config: () => ({ define: { 'import.meta.env.VITE_EMOJI_DATA': JSON.stringify(`/${emojiPath}`) } }),
    generateBundle() {
      for (const [fileName, content] of Object.entries(files()))
        this.emitFile({ type: 'asset', fileName, source: JSON.stringify(content) });
    },
    configureServer(server) {
      server.middlewares.use((req, res, next) => {
        const content = files()[(req.url ?? '').slice(1)];
        if (!content) return next();
        res.setHeader('content-type', 'application/json');
        return res.end(JSON.stringify(content));
      });
    },
  };
}
