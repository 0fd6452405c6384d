import { ActionIcon, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useState } from 'react';
import { type BoardSnapshot, type LabelColor, type LabelRow, type Rank, byRank, labelColors } from '@baton/domain';
import { useCommand } from '../command/useCommand';

/** Makes, names, colours and deletes the labels of a board. */
export function LabelsDialog({ board, onClose }: { board: BoardSnapshot; onClose: () => void }) {
  const { run } = useCommand();
  const labels = [...board.labels].sort(byRank);
  const [name, setName] = useState('');
  const [color, setColor] = useState<LabelColor>(labelColors[labels.length % labelColors.length] ?? 'teal');
  const create = () => {
    const id = crypto.randomUUID();
    const fields: LabelRow = { id, name, color, rank: `${labels.at(-1)?.rank ?? ''}!` as Rank, deletedAt: null };
    void run({
      boardId: board.id,
      operation: 'createLabel',
      input: { boardId: board.id, id, name, color },
      provisional: [{ type: 'label', id, fields }],
      words: `Added the label ${name || color}`,
    });
    setName('');
    setColor(labelColors[(labelColors.indexOf(color) + 1) % labelColors.length] ?? 'teal');
  };
  return (
    <Modal opened onClose={onClose} title="Labels" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack>
        {labels.length === 0 && (
          <Text size="sm" c="dimmed">
            Labels group tasks across columns: an area, a kind of work, a customer.
          </Text>
        )}
        {labels.map((label) => (
          <LabelLine key={`${label.id}${label.name}${label.color}`} board={board} label={label} />
        ))}
        <form
          onSubmit={(e) => {
            e.preventDefault();
            create();
          }}
        >
          <Group align="flex-end" wrap="nowrap">
            <TextInput
              label="New label"
              flex={1}
              value={name}
              onChange={(e) => setName(e.currentTarget.value)}
              maxLength={60}
              dir="auto"
              data-autofocus
            />
            <ColorSelect value={color} onChange={setColor} />
            <Button type="submit">Add</Button>
          </Group>
        </form>
      </Stack>
    </Modal>
  );
}

function LabelLine({ board, label }: { board: BoardSnapshot; label: LabelRow }) {
  const { run } = useCommand();
  const [name, setName] = useState(label.name);
  const change = (fields: { name?: string; color?: LabelColor }) =>
    void run({
      boardId: board.id,
      operation: 'editLabel',
      input: { labelId: label.id, ...fields },
      provisional: [{ type: 'label', id: label.id, fields }],
      words: `Changed the label ${label.name || label.color}`,
    });
  return (
    <Group wrap="nowrap">
      <TextInput
        flex={1}
        aria-label={`Name of the label ${label.name || label.color}`}
        placeholder={label.color}
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
        onBlur={() => name !== label.name && change({ name })}
        maxLength={60}
        dir="auto"
      />
      <ColorSelect value={label.color} onChange={(color) => change({ color })} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Delete the label ${label.name || label.color}`}
        onClick={() =>
          void run({
            boardId: board.id,
            operation: 'deleteLabel',
            input: { labelId: label.id },
            provisional: [{ type: 'label', id: label.id, fields: {}, gone: true }],
            words: `Deleted the label ${label.name || label.color}`,
            undo: 'toast',
          })
        }
      >
        <IconTrash size={16} stroke={1.5} />
      </ActionIcon>
    </Group>
  );
}

function ColorSelect({ value, onChange }: { value: LabelColor; onChange: (color: LabelColor) => void }) {
  const swatch = (color: string) => (
    <span
      aria-hidden
      style={{ width: 16, height: 16, borderRadius: 4, background: `var(--label-${color})`, border: '1px solid var(--line)' }}
    />
  );
  return (
    <Select
      w={124}
      aria-label="Colour"
      data={[...labelColors]}
      value={value}
      allowDeselect={false}
      leftSection={swatch(value)}
      renderOption={({ option }) => (
        <Group gap="xs">
          {swatch(option.value)} {option.label}
        </Group>
      )}
      onChange={(color) => color && onChange(color as LabelColor)}
    />
  );
}
