import { ActionIcon, Button, Menu } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router-dom';
import type { BriefLine } from '@baton/domain';
import { type Actions, addressOf } from './actions';
import type { RowKey } from './useRowKeys';
import css from './Row.module.css';

interface RowProps {
  line: BriefLine;
  /** What stands first: a verb, or a name. */
  lead: string;
  words: string;
  when: string;
  late?: boolean;
  mine?: boolean;
  actions: Actions;
  /** What is open under it can be closed by its button. */
  open: boolean;
  /** What `e` says in the menu; null where it does nothing. */
  done: string | null;
  /** What `s` says in the menu. */
  aside?: string;
  canWait?: boolean;
  /** Set for reading: the words come first, the task below. */
  reading?: boolean;
  /** Only to be read: it opens, and nothing else. */
  plain?: boolean;
  onKey: (key: RowKey) => void;
  children?: ReactNode;
}

/** One line of a list: what, on which task, with whom and until when; everything that can be done about it by key, button or menu. */
export function Row(props: RowProps) {
  const { line, lead, words, when, late = false, mine = false, open, reading = false, children } = props;
  const id = useId();
  const place = line.taskTitle ?? line.boardName;
  return (
    <li className={css.item} data-open={open}>
      {/* The whole row takes the focus, so that one key acts on it; its buttons come after it. */}
      <div className={css.row} data-row={line.key} data-reading={reading} tabIndex={0} role="group" aria-labelledby={id}>
        <span className={css.baton} data-mine={mine} aria-hidden />
        <div className={css.words} id={id}>
          <p className={css.first}>
            {lead && <span className={css.lead}>{lead} </span>}
            <bdi>{reading ? words : place}</bdi>
          </p>
          <p className={css.second}>
            {(reading || words) && (
              <>
                <bdi>{reading ? place : words}</bdi>
                {' · '}
              </>
            )}
            <Link className={css.place} to={addressOf(line)} tabIndex={-1}>
              {line.taskKey ?? line.boardKey}
            </Link>
          </p>
        </div>
        <div className={css.side}>
          {when && (
            <time className={css.when} data-late={late} {...(line.by && { dateTime: line.by, title: line.by })}>
              {when}
            </time>
          )}
          <RowButtons {...props} />
        </div>
      </div>
      {children && <div data-under>{children}</div>}
    </li>
  );
}

function RowButtons({
  line,
  lead,
  words,
  mine = false,
  actions,
  open,
  done,
  aside = 'Set aside',
  canWait = false,
  plain = false,
  onKey,
}: RowProps) {
  const items: [RowKey, string, string][] = [
    ...(done && done !== actions.main ? [['done', done, 'e'] as [RowKey, string, string]] : []),
    ...(canWait ? [['later', 'Later', 'l'] as [RowKey, string, string]] : []),
    ['aside', aside, 's'],
    ...(actions.delegate
      ? [['delegate', actions.delegate === 'offer' ? 'Ask somebody to answer for me' : 'Hand over', 'd'] as [RowKey, string, string]]
      : []),
    ...(actions.main === 'Open' ? [] : [['open', 'Open the task', 'o'] as [RowKey, string, string]]),
  ];
  return (
    <div className={css.buttons}>
      <Button
        size="compact-sm"
        variant={mine ? 'light' : 'subtle'}
        {...(!mine && { color: 'gray' })}
        {...(actions.answer === 'inline' && { 'aria-expanded': open })}
        onClick={() => onKey(actions.main === 'Done' ? 'done' : 'answer')}
      >
        {open && actions.answer === 'inline' ? 'Close' : actions.main}
      </Button>
      {!plain && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`More for ${line.taskKey ?? line.boardName}: ${lead} ${words}`.slice(0, 160)}
            >
              <IconDots size={16} stroke={1.5} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {items.map(([key, label, letter]) => (
              <Menu.Item key={key} rightSection={<kbd className={css.key}>{letter}</kbd>} onClick={() => onKey(key)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
