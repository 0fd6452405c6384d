import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { ImportRun } from './import-run';
import { ImportInput } from './import.inputs';
import { ImportService } from './import.service';
import { ImportUndoService } from './import.undo';

@Resolver(() => ImportRun)
export class ImportResolver {
  constructor(
    private readonly imports: ImportService,
    private readonly undos: ImportUndoService,
  ) {}

  @Query(() => [ImportRun], { name: 'imports' })
  list(@CurrentViewer() viewer: Viewer, @Args('workspaceId', { type: () => ID }) workspaceId: string) {
    return this.imports.list(viewer, workspaceId);
  }

  @Mutation(() => ImportRun, {
    description: 'What the file would bring, worked out by the real import and rolled back. `uploadId` comes from POST /uploads.',
  })
  previewImport(@CurrentViewer() viewer: Viewer, @Args('input') input: ImportInput) {
    return this.imports.preview(viewer, input);
  }

  @Mutation(() => ImportRun)
  runImport(@CurrentViewer() viewer: Viewer, @Args('input') input: ImportInput) {
    return this.imports.run(viewer, input);
  }

  @Mutation(() => ImportRun, { description: 'Takes a whole import back, within 7 days.' })
  undoImport(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.undos.undo(viewer, id);
  }
}
