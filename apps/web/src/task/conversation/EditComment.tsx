import { Alert, Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { BoardSnapshot, CommentRow } from '@baton/domain';
import { useCommand } from '../../command/useCommand';
import { sentenceOf } from '../../ui/refusals';
import { MarkdownEditor } from '../MarkdownEditor';
import { OtherDraft } from '../OtherDraft';
import { useSharedDraft } from '../useSharedDraft';

/** One's own comment being changed; what it said before stays readable, and an edit that is not finished is kept. */
export function EditComment({
  comment,
  board,
  taskId,
  onDone,
}: {
  comment: CommentRow;
  board: BoardSnapshot;
  taskId: string;
  onDone: () => void;
}) {
  const { run } = useCommand();
  const draft = useSharedDraft(`edit:${comment.id}`, true);
  const text = draft.draft?.text ?? comment.text;
  const [fault, setFault] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);
  const save = async () => {
    if (waiting) return setFault('A file is still on its way. Save when it has arrived, or stop it.');
    draft.hold(true);
    const { refusal } = await run({
      boardId: board.id,
      operation: 'editComment',
      words: 'Your edit',
      undo: 'none',
      input: { commentId: comment.id, text },
    });
    draft.hold(false);
    if (refusal) return setFault(sentenceOf(refusal));
    draft.done(text);
    return onDone();
  };
  return (
    <>
      <OtherDraft other={draft.other} onChoose={draft.choose} />
      <MarkdownEditor
        label="Edit the comment"
        value={text}
        onChange={(next) => draft.write(next)}
        onSave={() => void save()}
        onCancel={onDone}
        taskId={taskId}
        people={board.people}
        onWaiting={setWaiting}
      />
      {fault && (
        <Alert color="orange" variant="light" role="alert" mt={4}>
          {fault}
        </Alert>
      )}
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" onClick={() => void save()}>
          Save
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => {
            draft.done();
            onDone();
          }}
        >
          Leave as it was
        </Button>
      </Group>
    </>
  );
}
