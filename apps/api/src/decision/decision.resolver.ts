import { type DecisionFilter, decisionFilters } from '@baton/domain';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Event } from '../platform/events/event.entity';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { JsonScalar } from '../platform/graphql/scalars';
import { CreateDecisionInput, StepDecisionInput } from './decision.inputs';
import { DecisionReader } from './decision.reader';
import { DecisionService } from './decision.service';

@Resolver()
export class DecisionResolver {
  constructor(
    private readonly reader: DecisionReader,
    private readonly service: DecisionService,
  ) {}

  @Query(() => JsonScalar, { description: 'DecisionPage of libs/domain.' })
  decision(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('key') key: string,
    @Args('number', { type: () => Int }) number: number,
  ) {
    return this.reader.page(viewer, { workspaceId, key }, number);
  }

  @Query(() => JsonScalar, { description: 'DecisionLine[] of libs/domain: the log of a board, or of the workspace, newest first.' })
  decisions(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('boardId', { type: () => ID, nullable: true }) boardId?: string | null,
    @Args('filter', { type: () => String, nullable: true }) filter?: DecisionFilter | null,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
  ) {
    const known = decisionFilters.find((one) => one === filter) ?? null;
    return this.reader.log(viewer, workspaceId, { boardId: boardId ?? null, filter: known, search: search ?? null });
  }

  @Query(() => JsonScalar, { description: 'DecisionLine[] of libs/domain, those in force first.' })
  taskDecisions(@CurrentViewer() viewer: Viewer, @Args('taskId', { type: () => ID }) taskId: string) {
    return this.reader.ofTask(viewer, taskId);
  }

  @Query(() => JsonScalar, { description: 'What a check of the chain of seals found, by board.' })
  verifyDecisions(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('boardId', { type: () => ID, nullable: true }) boardId?: string | null,
  ) {
    return this.reader.verify(viewer, workspaceId, boardId ?? null);
  }

  @Mutation(() => Event)
  createDecision(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateDecisionInput) {
    return this.service.create(viewer, input);
  }

  @Mutation(() => Event)
  stepDecision(@CurrentViewer() viewer: Viewer, @Args('input') input: StepDecisionInput) {
    return this.service.step(viewer, input);
  }
}
