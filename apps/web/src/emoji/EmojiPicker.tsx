import {
  type EmojiData,
  type EmojiDataResolver,
  EmojiPicker as Picker,
  type EmojiPickerListCategoryHeaderProps,
  type EmojiPickerListEmojiProps,
  type EmojiPickerListRowProps,
  createEmojiDataCache,
  defaultEmojiDataResolver,
} from 'frimousse';
import { useMemo } from 'react';
import { ownEmojiName } from '@baton/domain';
import { EmojiImage } from './EmojiImage';
import { useEmoji } from './useEmoji';
import css from './Emoji.module.css';

/** Where the names of all emoji lie: on our own server, so that nobody else hears of it. */
const ours = import.meta.env.VITE_EMOJI_DATA as string;
const own = 100;

/** All emoji that this machine can show, with the workspace's own first. */
function dataWith(mine: readonly { name: string }[]): EmojiDataResolver {
  return async (locale, options): Promise<EmojiData> => {
    const data = await defaultEmojiDataResolver(locale, { ...options, emojibaseUrl: ours });
    // The browser keeps the file already; a second copy would take the room of drafts.
    createEmojiDataCache({ name: `frimousse/data/${ours}` }).clear();
    if (mine.length === 0) return data;
    const emojis = mine.map(({ name }) => ({
      emoji: `:${name}:`,
      category: own,
      label: name.replace(/[-_+]/g, ' '),
      version: 1,
      tags: [name],
    }));
    return { ...data, emojis: [...emojis, ...data.emojis], categories: [{ index: own, label: 'Ours' }, ...data.categories] };
  };
}

/** Any emoji, found by its name; arrows move, Enter takes. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { all, urls } = useEmoji();
  const resolve = useMemo(() => dataWith(all), [all]);
  const components = useMemo(
    () => ({
      CategoryHeader: ({ category, ...props }: EmojiPickerListCategoryHeaderProps) => (
        <div className={css.category} {...props}>
          {category.label}
        </div>
      ),
      // The library counts rows and columns from 0; ARIA counts from 1.
      Row: (props: EmojiPickerListRowProps) => <div {...props} aria-rowindex={(props['aria-rowindex'] ?? 0) + 1} />,
      Emoji: ({ emoji, ...props }: EmojiPickerListEmojiProps) => {
        const name = ownEmojiName(emoji.emoji);
        const url = name && urls.get(name);
        return (
          <button type="button" className={css.choice} {...props} aria-colindex={(props['aria-colindex'] ?? 0) + 1}>
            {name && url ? <EmojiImage name={name} url={url} size={22} /> : emoji.emoji}
          </button>
        );
      },
    }),
    [urls],
  );
  return (
    <Picker.Root
      // Reads the data anew when the workspace's own have changed.
      key={all.length}
      className={css.picker}
      columns={8}
      emojibaseUrl={ours}
      resolveEmojiData={resolve}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
    >
      <Picker.Search className={css.search} autoFocus placeholder="Find an emoji" aria-label="Find an emoji" />
      <Picker.Viewport className={css.viewport} tabIndex={0}>
        <Picker.Loading className={css.notice}>Loading</Picker.Loading>
        <Picker.Empty className={css.notice}>Nothing of that name.</Picker.Empty>
        <Picker.List components={components} />
      </Picker.Viewport>
      <div className={css.foot}>
        <Picker.ActiveEmoji>
          {({ emoji }) => (
            <span className={css.active} aria-live="polite">
              {emoji ? emoji.label : 'Arrows move, Enter takes'}
            </span>
          )}
        </Picker.ActiveEmoji>
        <Picker.SkinToneSelector className={css.tone} aria-label="Skin tone" />
      </div>
    </Picker.Root>
  );
}
