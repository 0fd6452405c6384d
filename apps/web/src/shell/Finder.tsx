import '@mantine/spotlight/styles.css';
import { Spotlight, type SpotlightActionData, createSpotlight } from '@mantine/spotlight';
import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { useBoards } from './boards';

const [store, actions] = createSpotlight();

/** Ctrl K: go to any board or page by typing a few letters. */
export function Finder({ onClose }: { onClose: () => void }) {
  const { boards } = useBoards();
  const navigate = useNavigate();
  useEffect(() => actions.open(), []);
  const to = (path: string) => () => void navigate(path);
  const items: SpotlightActionData[] = [
    ...boards.map((board) => ({ id: board.id, label: board.name, description: board.key, onClick: to(`/b/${board.key}`) })),
    { id: 'today', label: 'Today', onClick: to('/') },
    { id: 'catch-up', label: 'Catch up', onClick: to('/catch-up') },
    { id: 'work', label: 'My work', onClick: to('/my-work') },
    { id: 'timeline', label: 'Timeline of all boards', onClick: to('/timeline') },
    { id: 'hours', label: 'People and their hours', onClick: to('/people') },
    { id: 'rhythm', label: 'My rhythm', onClick: to('/settings/rhythm') },
    { id: 'import', label: 'Import a file', onClick: to('/import') },
    { id: 'people', label: 'People and invitations', onClick: to('/settings/people') },
    { id: 'account', label: 'My account', onClick: to('/settings') },
  ];
  return (
    <Spotlight
      store={store}
      actions={items}
      shortcut={null}
      onSpotlightClose={onClose}
      nothingFound="Nothing has this name."
      searchProps={{ placeholder: 'Go to a board or a page', 'aria-label': 'Go to a board or a page' }}
    />
  );
}
