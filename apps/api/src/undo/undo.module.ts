import { Module } from '@nestjs/common';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Event } from '../platform/events/event.entity';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { UndoService } from './undo.service';

@Resolver()
export class UndoResolver {
  constructor(private readonly undos: UndoService) {}

  @Mutation(() => [Event], { description: "Takes back what the caller's command did, as a new command; undoing that one brings it again." })
  undoCommand(
    @CurrentViewer() viewer: Viewer,
    @Args('undoes', { type: () => ID }) undoes: string,
    @Args('commandId', { type: () => ID }) commandId: string,
  ) {
    return this.undos.undo(viewer, undoes, commandId);
  }
}

@Module({ providers: [UndoService, UndoResolver] })
export class UndoModule {}
