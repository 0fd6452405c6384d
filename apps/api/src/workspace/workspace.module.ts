import { Global, Module } from '@nestjs/common';
import { Readership } from '../platform/events/live';
import { Access } from './access';
import { InvitationService } from './invitation.service';
import { WorkspaceResolver } from './workspace.resolver';
import { WorkspaceService } from './workspace.service';

@Global()
@Module({
  providers: [Access, { provide: Readership, useExisting: Access }, WorkspaceService, InvitationService, WorkspaceResolver],
  exports: [Access, Readership, WorkspaceService],
})
export class WorkspaceModule {}
