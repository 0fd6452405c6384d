import { Module } from '@nestjs/common';
import { DecisionModule } from '../decision/decision.module';
import { CatchUpResolver } from './catch-up.resolver';
import { CatchUpService } from './catch-up.service';

@Module({ imports: [DecisionModule], providers: [CatchUpService, CatchUpResolver], exports: [CatchUpService] })
export class CatchUpModule {}
