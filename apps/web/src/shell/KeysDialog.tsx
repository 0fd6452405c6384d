import { Kbd, Modal, Table } from '@mantine/core';

const keys: readonly (readonly [string, string])[] = [
  ['c', 'New task in the column of the focus'],
  ['j k or arrows', 'Move the focus'],
  ['Enter or e', 'Open the task, to read or edit'],
  ['o', 'Owner of the task'],
  ['d', 'Deadline of the task'],
  ['l', 'Labels of the task'],
  ['a', 'Ask somebody about the task'],
  ['s a o d', 'In an ask that wants to be acknowledged: seen, agree, object, done'],
  ['m', 'By whose move it is, and back'],
  ['g then t, c, d, w, l, p, b', 'Go to today, catch-up, decisions, my work, timeline, people, or the last board'],
  ['j k, then r', 'In a task: from comment to comment, and put one on record as a decision'],
  ['j k, Enter, /', 'In the log of decisions: move, open, search'],
  ['s, e', 'On a decision: say what you think, change it'],
  ['e, r, s, d', 'In today and catch-up: done, answer, set aside, delegate'],
  ['Alt and arrows', 'In calendar and timeline: move a deadline'],
  ['Space', 'Pick up and drop; arrows move, Escape cancels'],
  ['x', 'Select, for moving several'],
  ['/', 'Filter the board, or go to the field of the search page'],
  ['u or Ctrl Z', 'Undo'],
  ['[', 'Fold the sidebar'],
  ['Ctrl K', 'Go to a board or a page, and find anything by its words'],
  ['?', 'This page'],
];

/** All keys on one page. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Keys" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Table>
        <Table.Tbody>
          {keys.map(([key, does]) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" w={140}>
                <Kbd>{key}</Kbd>
              </Table.Th>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
