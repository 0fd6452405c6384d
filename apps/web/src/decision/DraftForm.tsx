import { Alert, Button, Group, Stack } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useSending } from './useFormDraft';
import css from './Decision.module.css';

interface DraftFormProps {
  /** Its name for those who hear the page. */
  label: string;
  /** The word on its button. */
  verb: string;
  /** Sends it; answers the sentence of a refusal, or null when it is done. */
  onSend: () => Promise<string | null>;
  /** It was sent: nothing of it has to be kept. */
  onSent: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form in the page: Ctrl+Enter or its button sends it, once; a refusal stands below what was typed; Escape closes it. */
export function DraftForm({ label, verb, onSend, onSent, onClose, children }: DraftFormProps) {
  const [fault, setFault] = useState<string | null>(null);
  const [send, sending] = useSending(async () => {
    const refused = await onSend();
    setFault(refused);
    if (refused) return;
    onSent();
    onClose();
  });
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === 'Escape') onClose();
    if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey)) return;
    // In a field of one line the browser would send the form as well.
    e.preventDefault();
    void send();
  };
  return (
    <form className={css.form} aria-label={label} onSubmit={(e) => (e.preventDefault(), void send())} onKeyDown={onKeyDown}>
      <Stack gap="sm">
        {children}
        {fault && (
          <Alert color="orange" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        <Group gap="xs">
          <Button type="submit" loading={sending}>
            {verb}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
