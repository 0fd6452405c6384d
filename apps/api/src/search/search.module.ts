import { Module } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { JsonScalar } from '../platform/graphql/scalars';
import { SearchInput } from './search.inputs';
import { SearchService } from './search.service';

@Resolver()
export class SearchResolver {
  constructor(private readonly service: SearchService) {}

  @Query(() => JsonScalar, { description: 'SearchAnswer of libs/domain: what has these words, among what the caller may read.' })
  search(@CurrentViewer() viewer: Viewer, @Args('input') input: SearchInput) {
    return this.service.search(viewer, input);
  }

  @Query(() => [String], { description: 'Languages that a workspace can choose for its search.' })
  searchLanguages(@CurrentViewer() _viewer: Viewer) {
    return this.service.languages();
  }
}

@Module({ providers: [SearchService, SearchResolver] })
export class SearchModule {}
