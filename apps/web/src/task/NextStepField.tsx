import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Card } from '@baton/domain';
import { useOpenBoard } from '../board/useBoard';
import { useBoardCommands } from '../board/useBoardCommands';

/** What the owner does next, in a few words; saved on leaving the field, Escape goes back. */
export function NextStepField({ card, canEdit }: { card: Card; canEdit: boolean }) {
  const commands = useBoardCommands(useOpenBoard());
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed !== null && typed.trim() !== card.nextStep) void commands.edit([card.id], { nextStep: typed.trim() });
    setTyped(null);
  };
  return (
    <TextInput
      size="xs"
      aria-label="Next step"
      placeholder="finish"
      disabled={!canEdit}
      maxLength={140}
      value={typed ?? card.nextStep}
      onChange={(e) => setTyped(e.currentTarget.value)}
      onBlur={save}
      onKeyDown={(e) => {
        if (e.key === 'Enter') save();
        if (e.key === 'Escape' && typed !== null) {
          e.stopPropagation();
          setTyped(null);
        }
      }}
      dir="auto"
    />
  );
}
