import { Alert, Button, Group, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useOpenBoard } from '../board/useBoard';
import { useCommand } from '../command/useCommand';
import { sentenceOf } from '../ui/refusals';
import { OtherDraft } from './OtherDraft';
import { useSharedDraft } from './useSharedDraft';
import { toggleCheckbox } from './markdown';
import type { TaskDetail } from './useTask';
import { instantInWords } from '../time/words';
import css from './TaskPanel.module.css';
import { lazily } from '../ui/lazily';

const MarkdownEditor = lazily(() => import('./MarkdownEditor').then((m) => ({ default: m.MarkdownEditor })));
const Markdown = lazily(() => import('./Markdown').then((m) => ({ default: m.Markdown })));

interface Conflict {
  text: string;
  version: number;
  byName: string | null;
  at: string | null;
}

/** The description: read, edited in place, kept as a draft until saved; when two people wrote, the second one decides. */
export function Description({ task, canEdit }: { task: TaskDetail; canEdit: boolean }) {
  const { run } = useCommand();
  const board = useOpenBoard();
  const shared = useSharedDraft(`description:${task.id}`, true);
  const { draft, write, done } = shared;
  const [waiting, setWaiting] = useState(false);
  const latest = useRef('');
  const [editing, setEditing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const text = draft?.text ?? task.description;
  // Kept with the draft: after a reload it still stands on the version that it was begun from.
  const base = Number(draft?.more['base'] ?? task.descriptionVersion);
  useEffect(() => {
    latest.current = text;
  }, [text]);

  const save = async (next: string, baseVersion: number) => {
    if (next === task.description && baseVersion === task.descriptionVersion) {
      done();
      return setEditing(false);
    }
    if (waiting) return setProblem('A file is still on its way. Save when it has arrived, or stop it.');
    setBusy(true);
    shared.hold(true);
    const outcome = await run({
      boardId: task.boardId,
      operation: 'editDescription',
      input: { taskId: task.id, text: next, baseVersion },
      words: `Changed the description of ${task.key}`,
    });
    setBusy(false);
    shared.hold(false);
    if (!outcome.refusal) {
      setConflict(null);
      setProblem(null);
      if (latest.current !== next) return write(latest.current, { base: baseVersion + 1 });
      done();
      return setEditing(false);
    }
    if (outcome.refusal.code === 'CONFLICT') return setConflict(outcome.refusal.details as unknown as Conflict);
    return setProblem(sentenceOf(outcome.refusal));
  };
  // A command of its own: a draft that waits is not touched by it.
  const tick = (offset: number) =>
    void run({
      boardId: task.boardId,
      operation: 'editDescription',
      input: { taskId: task.id, text: toggleCheckbox(task.description, offset), baseVersion: task.descriptionVersion },
      words: `Ticked a box of ${task.key}`,
    });
  const begin = () => {
    if (!draft) write(task.description, { base: task.descriptionVersion });
    setEditing(true);
  };

  if (conflict)
    return (
      <ConflictChoice
        mine={text}
        theirs={conflict}
        busy={busy}
        onChange={(next) => write(next)}
        onKeep={() => void save(text, conflict.version)}
        onTake={() => {
          done();
          setConflict(null);
          setEditing(false);
        }}
      />
    );
  if (editing)
    return (
      <Suspense fallback={null}>
        <Stack gap="xs">
          <OtherDraft other={shared.other} onChoose={shared.choose} />
          <MarkdownEditor
            label="Description"
            value={text}
            onChange={(next) => write(next)}
            taskId={task.id}
            people={board.people}
            onWaiting={setWaiting}
            onSave={() => void save(text, base)}
            onCancel={() => setEditing(false)}
          />
          {task.descriptionVersion > base && <Text size="sm">Somebody changed this text while you write. Saving shows both.</Text>}
          {problem && <Alert color="orange">{problem}</Alert>}
          <Group gap="xs">
            <Button size="xs" loading={busy} onClick={() => void save(text, base)}>
              Save
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={() => setEditing(false)}>
              Later
            </Button>
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              onClick={() => {
                done();
                setEditing(false);
              }}
            >
              Discard
            </Button>
          </Group>
        </Stack>
      </Suspense>
    );
  return (
    <Suspense fallback={null}>
      {draft && draft.text !== task.description && canEdit && (
        <Alert color="orange" mb="xs" title={`Unsaved text from ${instantInWords(draft.at)}`}>
          <Group gap="xs">
            <Button size="xs" onClick={begin}>
              Go on writing
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={() => done()}>
              Discard
            </Button>
          </Group>
        </Alert>
      )}
      {task.description ? (
        <Markdown text={task.description} {...(canEdit && { onToggle: tick })} />
      ) : (
        !canEdit && <Text c="dimmed">No description.</Text>
      )}
      {canEdit && (
        <button type="button" className={css.quietButton} onClick={begin}>
          {task.description ? 'Edit the description' : 'Write a description'}
        </button>
      )}
    </Suspense>
  );
}

function ConflictChoice(props: {
  mine: string;
  theirs: Conflict;
  busy: boolean;
  onChange: (text: string) => void;
  onKeep: () => void;
  onTake: () => void;
}) {
  const { theirs } = props;
  return (
    <Stack gap="xs" role="alertdialog" aria-label="Two people wrote this description">
      <Text fw={600}>
        {theirs.byName ?? 'Somebody'} saved another text{theirs.at ? ` ${instantInWords(theirs.at)}` : ''}. Nothing is lost: decide what
        stays.
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        <Textarea
          label="Yours, to edit"
          autosize
          minRows={4}
          maxRows={16}
          value={props.mine}
          onChange={(e) => props.onChange(e.currentTarget.value)}
          dir="auto"
        />
        <Textarea label="Theirs" autosize minRows={4} maxRows={16} value={theirs.text} readOnly dir="auto" />
      </SimpleGrid>
      <Group gap="xs">
        <Button size="xs" loading={props.busy} onClick={props.onKeep}>
          Save yours
        </Button>
        <Button size="xs" variant="default" onClick={() => props.onChange(`${props.mine}\n\n${theirs.text}`)}>
          Put theirs below yours
        </Button>
        <Button size="xs" variant="default" onClick={props.onTake}>
          Keep theirs
        </Button>
      </Group>
    </Stack>
  );
}
