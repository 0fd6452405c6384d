import { useMutation } from '@apollo/client/react';
import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconLayoutSidebarLeftCollapse from '@tabler/icons-react/dist/esm/icons/IconLayoutSidebarLeftCollapse.mjs';
import IconGavel from '@tabler/icons-react/dist/esm/icons/IconGavel.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconStar from '@tabler/icons-react/dist/esm/icons/IconStar.mjs';
import IconStarFilled from '@tabler/icons-react/dist/esm/icons/IconStarFilled.mjs';
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { useState } from 'react';
import { NavLink } from 'react-router-dom';
import { may } from '@baton/domain';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { useBoards } from './boards';
import { NewBoard } from './NewBoard';
import { useToday } from './today';
import css from './Sidebar.module.css';

const StarBoardDocument = graphql(`
  mutation StarBoard($boardId: ID!, $starred: Boolean!) {
    starBoard(boardId: $boardId, starred: $starred) {
      id
      starred
    }
  }
`);
const PlaceBoardDocument = graphql(`
  mutation PlaceBoard($boardId: ID!, $afterBoardId: ID) {
    placeBoard(boardId: $boardId, afterBoardId: $afterBoardId) {
      id
      place
    }
  }
`);

/** How much is the reader's move and delivered to them: what is held for their hours is not counted (L6). */
function TodayCount() {
  const count = useToday().today?.moves.length ?? 0;
  return count > 0 ? (
    <span className={css.count}>
      {count}
      <span className={css.hidden}>{count === 1 ? ' thing for you' : ' things for you'}</span>
    </span>
  ) : null;
}

/** Where one can go: the boards in the person's own order, then import and settings. */
export function Sidebar({ onFold, onFind, onKeys }: { onFold: () => void; onFind: () => void; onKeys: () => void }) {
  const { me, workspace } = useViewer();
  const { boards, archived, refetch } = useBoards();
  const [star] = useMutation(StarBoardDocument);
  const [place] = useMutation(PlaceBoardDocument);
  const [naming, setNaming] = useState(false);
  const actor = { personId: me.id, role: workspace.myRole };
  const ordered = [...boards.filter((b) => b.starred), ...boards.filter((b) => !b.starred)];
  const moveAfter = async (boardId: string, afterBoardId: string | null) => {
    await place({ variables: { boardId, afterBoardId } });
    await refetch();
  };

  return (
    <nav className={css.sidebar} aria-label="Boards and settings">
      <div className={css.head}>
        <span className={css.mark} aria-hidden />
        <span className={css.name} dir="auto">
          {workspace.name}
        </span>
        <ActionIcon variant="subtle" color="gray" aria-label="Fold the sidebar away" onClick={onFold}>
          <IconLayoutSidebarLeftCollapse size={18} stroke={1.5} />
        </ActionIcon>
      </div>
      <UnstyledButton className={css.link} onClick={onFind}>
        <IconSearch size={16} stroke={1.5} /> Find <kbd className={css.key}>Ctrl K</kbd>
      </UnstyledButton>
      <NavLink className={css.link} to="/" end>
        <IconSun size={16} stroke={1.5} /> Today <TodayCount />
      </NavLink>
      <NavLink className={css.link} to="/catch-up">
        <IconHistory size={16} stroke={1.5} /> Catch up
      </NavLink>
      <NavLink className={css.link} to="/my-work">
        <IconChecklist size={16} stroke={1.5} /> My work
      </NavLink>
      <NavLink className={css.link} to="/timeline">
        <IconCalendar size={16} stroke={1.5} /> Timeline
      </NavLink>
      <NavLink className={css.link} to="/decisions">
        <IconGavel size={16} stroke={1.5} /> Decisions
      </NavLink>
      <NavLink className={css.link} to="/people">
        <IconUsers size={16} stroke={1.5} /> People
      </NavLink>
      <ul className={css.list}>
        {ordered.map((board, i) => (
          <li key={board.id} className={css.item}>
            <NavLink className={css.link} to={`/b/${board.key}`}>
              <span className={css.boardKey}>{board.key}</span>
              <span className={css.boardName} dir="auto">
                {board.name}
              </span>
              {board.starred && <IconStarFilled size={12} aria-label="starred" />}
            </NavLink>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon className={css.more} variant="subtle" color="gray" size="sm" aria-label={`More for ${board.name}`}>
                  <IconDots size={16} stroke={1.5} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconStar size={16} stroke={1.5} />}
                  onClick={() => void star({ variables: { boardId: board.id, starred: !board.starred } })}
                >
                  {board.starred ? 'Take the star off' : 'Star'}
                </Menu.Item>
                <Menu.Item disabled={i === 0} onClick={() => void moveAfter(board.id, ordered[i - 2]?.id ?? null)}>
                  Move up
                </Menu.Item>
                <Menu.Item disabled={i === ordered.length - 1} onClick={() => void moveAfter(board.id, ordered[i + 1]?.id ?? null)}>
                  Move down
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </li>
        ))}
      </ul>
      {naming && <NewBoard onClose={() => setNaming(false)} />}
      {may(actor, 'board.create') && !naming && (
        <UnstyledButton className={css.link} onClick={() => setNaming(true)}>
          <IconPlus size={16} stroke={1.5} /> New board
        </UnstyledButton>
      )}
      {archived.length > 0 && (
        <details className={css.archived}>
          <summary className={css.link}>
            <IconArchive size={16} stroke={1.5} /> Archived boards ({archived.length})
          </summary>
          {archived.map((board) => (
            <NavLink key={board.id} className={css.link} to={`/b/${board.key}`}>
              <span className={css.boardKey}>{board.key}</span> {board.name}
            </NavLink>
          ))}
        </details>
      )}
      <div className={css.foot}>
        {may(actor, 'import.run') && (
          <NavLink className={css.link} to="/import">
            <IconFileImport size={16} stroke={1.5} /> Import
          </NavLink>
        )}
        <NavLink className={css.link} to="/settings">
          <IconSettings size={16} stroke={1.5} /> Settings and people
        </NavLink>
        <UnstyledButton className={css.link} onClick={onKeys}>
          <kbd className={css.key}>?</kbd> Keys
        </UnstyledButton>
      </div>
    </nav>
  );
}
