import { Button, Menu } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';

export const boardViews = ['columns', 'move', 'deadline', 'calendar', 'timeline'] as const;
export type BoardView = (typeof boardViews)[number];

const names: Record<BoardView, string> = {
  columns: 'Columns',
  move: 'Whose move',
  deadline: 'Deadlines',
  calendar: 'Calendar',
  timeline: 'Timeline',
};

/** From which side the board is looked at. */
export function ViewSwitch({ view, onChange }: { view: BoardView; onChange: (view: BoardView) => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" aria-label={`View: ${names[view]}`} rightSection={<IconChevronDown size={14} stroke={1.5} />}>
          {names[view]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {boardViews.map((one) => (
          <Menu.Item key={one} aria-current={one === view || undefined} fw={one === view ? 600 : undefined} onClick={() => onChange(one)}>
            {names[one]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
