import { Module } from '@nestjs/common';
import { CatchUpResolver } from './catch-up.resolver';
import { CatchUpService } from './catch-up.service';

@Module({ providers: [CatchUpService, CatchUpResolver], exports: [CatchUpService] })
export class CatchUpModule {}
