import { Global, Module } from '@nestjs/common';
import { ViewerFinder } from '../platform/graphql/graphql.module';
import { AccountResolver } from './account.resolver';
import { AccountService } from './account.service';
import { SessionService } from './session.service';

@Global()
@Module({
  providers: [AccountService, AccountResolver, SessionService, { provide: ViewerFinder, useExisting: SessionService }],
  exports: [AccountService, SessionService, ViewerFinder],
})
export class AccountModule {}
