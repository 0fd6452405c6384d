import { Module } from '@nestjs/common';
import { DecisionModule } from '../decision/decision.module';
import { CatchUpResolver } from './catch-up.resolver';
import { CatchUpService } from './catch-up.service';
import { LeaveService } from './leave.service';

@Module({ imports: [DecisionModule], providers: [CatchUpService, LeaveService, CatchUpResolver], exports: [CatchUpService] })
export class CatchUpModule {}
