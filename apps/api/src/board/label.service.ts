import { Injectable } from '@nestjs/common';
import { type LabelColor, type Rank, Refusal, labelColors, limits, rankBetween } from '@baton/domain';
import { findOrThrow, select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import type { Viewer } from '../platform/graphql/context';
import { atMost } from '../platform/text';
import type { CreateLabelInput, EditLabelInput } from './board.inputs';
import { Commands } from './command';
import { Label } from './label.entity';

const requireColor = (color: string): LabelColor => {
  const known = labelColors.find((c) => c === color);
  if (!known) throw new Refusal('BAD_INPUT', { field: 'color', reason: `Choose one of the colours: ${labelColors.join(', ')}.` });
  return known;
};
const labelName = (name: string) => atMost(name.trim(), 'the name of the label', limits.labelName);

@Injectable()
export class LabelService {
  constructor(private readonly commands: Commands) {}

  /** Adds a label; it may be nameless and is then shown by its colour. */
  create(viewer: Viewer, input: CreateLabelInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'label.edit', target: { boardId: input.boardId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const [last] = await select<{ rank: Rank | null; count: number }>(
        tx,
        'select max(rank) as rank, count(*)::int as count from label where board_id = $1',
        [board.id],
      );
      if (last && last.count >= limits.labelsPerBoard)
        throw new Refusal('BAD_INPUT', { reason: `A board has at most ${limits.labelsPerBoard} labels.` });
      const fields = {
        id: input.id,
        name: labelName(input.name),
        color: requireColor(input.color),
        rank: rankBetween(last?.rank ?? null, null),
        deletedAt: null,
      };
      await tx.insert(Label, { ...fields, workspaceId: board.workspaceId, boardId: board.id });
      return {
        kind: 'label.created',
        changes: [{ type: 'label', id: input.id, fields }],
        undo: [{ table: 'label', id: input.id, before: { deletedAt: board.now }, after: { deletedAt: null } }],
      };
    });
  }

  /** Changes name or colour; what is absent stays. */
  edit(viewer: Viewer, input: EditLabelInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'label.edit', target: { labelId: input.labelId }, input } as const;
    return this.commands.run(viewer, request, async (tx) => {
      const label = await findOrThrow(tx, Label, input.labelId);
      const after = {
        ...(input.name != null && { name: labelName(input.name) }),
        ...(input.color != null && { color: requireColor(input.color) }),
      };
      if (Object.keys(after).length > 0) await tx.update(Label, label.id, after);
      const before = Object.fromEntries(Object.keys(after).map((key) => [key, label[key as keyof Label]]));
      return {
        kind: 'label.edited',
        changes: [{ type: 'label', id: label.id, fields: after }],
        undo: [{ table: 'label', id: label.id, before, after }],
      };
    });
  }

  /** Takes the label off the board; tasks keep its id, so that undo brings it back on all of them. */
  delete(viewer: Viewer, labelId: string, commandId: string): Promise<Event> {
    const request = { commandId, action: 'label.edit', target: { labelId }, input: { labelId } } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      await findOrThrow(tx, Label, labelId);
      await tx.update(Label, labelId, { deletedAt: board.now });
      return {
        kind: 'label.deleted',
        changes: [{ type: 'label', id: labelId, fields: { deletedAt: board.now.toISOString() }, gone: true }],
        undo: [{ table: 'label', id: labelId, before: { deletedAt: null }, after: { deletedAt: board.now } }],
      };
    });
  }
}
