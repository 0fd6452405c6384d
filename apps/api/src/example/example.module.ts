import { Module } from '@nestjs/common';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Board } from '../board/board.entity';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { ExampleService } from './example.service';

@Resolver()
export class ExampleResolver {
  constructor(private readonly examples: ExampleService) {}

  @Mutation(() => Board, { description: 'A believable board of a team in four time zones, to look around in.' })
  createExampleBoard(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('commandId', { type: () => ID }) commandId: string,
  ) {
    return this.examples.create(viewer, workspaceId, commandId);
  }
}

@Module({ providers: [ExampleService, ExampleResolver] })
export class ExampleModule {}
