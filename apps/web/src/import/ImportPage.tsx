import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { limits } from '@baton/domain';
import type { ImportReceipt } from '@baton/importers';
import { type SendProblem, sendFile } from '../file/send';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { useBoards } from '../shell/boards';
import { PageHeader } from '../shell/PageHeader';
import { sentenceFor, sentenceOf } from '../ui/refusals';
import { type PersonChoice, ReceiptView } from './ReceiptView';
import { PastImports } from './PastImports';
import css from './ImportPage.module.css';

const PreviewDocument = graphql(`
  mutation PreviewImport($input: ImportInput!) {
    previewImport(input: $input) {
      boardName
      receipt
    }
  }
`);
const RunDocument = graphql(`
  mutation RunImport($input: ImportInput!) {
    runImport(input: $input) {
      id
      boardKey
    }
  }
`);

interface Chosen {
  uploadId: string;
  fileName: string;
  receipt: ImportReceipt;
  /** The same id for every try, so that a repeated import applies once. */
  commandId: string;
}

/** Where a file of another tool becomes a board: first the receipt, then the import. */
export function ImportPage() {
  const { workspace } = useViewer();
  const { refetch } = useBoards();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [people, setPeople] = useState<PersonChoice[]>([]);
  const [preview] = useMutation(PreviewDocument);
  const [run, running] = useMutation(RunDocument);

  const look = async (uploadId: string, fileName: string, choices: PersonChoice[], commandId: string) => {
    try {
      const { data } = await preview({ variables: { input: { workspaceId: workspace.id, uploadId, people: choices, commandId } } });
      if (data) setChosen({ uploadId, fileName, receipt: data.previewImport.receipt as ImportReceipt, commandId });
    } catch (error) {
      setProblem(sentenceFor(error));
    }
  };
  const take = async (file: File) => {
    setProblem(null);
    setChosen(null);
    setPeople([]);
    if (file.size > limits.importBytes) return setProblem(sentenceOf({ code: 'TOO_LARGE', details: { limit: limits.importBytes } }));
    setSent(0);
    try {
      const { id } = await sendFile<{ id: string }>('/uploads', { name: file.name, content: file }, setSent).arrived;
      await look(id, file.name, [], crypto.randomUUID());
    } catch (error) {
      setProblem(sentenceOf((error as SendProblem).refusal));
    } finally {
      setSent(null);
    }
  };
  const choose = (next: PersonChoice[]) => {
    setPeople(next);
    if (chosen) void look(chosen.uploadId, chosen.fileName, next, chosen.commandId);
  };
  const start = async () => {
    if (!chosen) return;
    const { data } = await run({
      variables: { input: { workspaceId: workspace.id, uploadId: chosen.uploadId, people, commandId: chosen.commandId } },
    }).catch(() => ({ data: null }));
    if (!data?.runImport.boardKey) return;
    await refetch();
    void navigate(`/b/${data.runImport.boardKey}`);
  };

  return (
    <>
      <PageHeader
        title={<h1 style={{ all: 'unset' }}>Import</h1>}
        context="A board of Trello becomes a board here. Nothing is written before you have seen the receipt."
      />
      <Stack className={css.page}>
        <div
          className={css.drop}
          data-over={over}
          onDragOver={(e) => {
            e.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(e) => {
            e.preventDefault();
            setOver(false);
            const file = e.dataTransfer.files[0];
            if (file) void take(file);
          }}
        >
          <IconFileImport size={28} stroke={1.5} aria-hidden />
          <Text fw={600}>{chosen ? chosen.fileName : 'Drop the export file here'}</Text>
          <Text size="sm" c="dimmed">
            In Trello: the board's menu, Print, export and share, Export as JSON.
          </Text>
          <Button variant="default" onClick={() => input.current?.click()}>
            {chosen ? 'Choose another file' : 'Choose a file'}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".json,application/json"
            hidden
            aria-label="Export file"
            onChange={(e) => {
              const file = e.currentTarget.files?.[0];
              if (file) void take(file);
              e.currentTarget.value = '';
            }}
          />
          {sent !== null && <Progress w={220} value={sent * 100} aria-label="Sending the file" />}
        </div>
        {problem && (
          <Alert color="orange" role="alert">
            {problem}
          </Alert>
        )}
        {chosen && (
          <section aria-label="Receipt">
            <Title order={2} size="h3" mb="xs">
              {chosen.receipt.updatesBoard
                ? `What would change on ${chosen.receipt.boardName}`
                : `What would come as ${chosen.receipt.boardName}`}
            </Title>
            <ReceiptView receipt={chosen.receipt} choices={people} onChoose={choose} />
            {running.error && <Alert color="orange">{sentenceFor(running.error)}</Alert>}
            <Group mt="md">
              <Button loading={running.loading} onClick={() => void start()}>
                {chosen.receipt.updatesBoard ? 'Bring the board up to date' : 'Import this board'}
              </Button>
              <Button variant="subtle" color="gray" onClick={() => setChosen(null)}>
                Leave it
              </Button>
            </Group>
          </section>
        )}
        <PastImports />
      </Stack>
    </>
  );
}
