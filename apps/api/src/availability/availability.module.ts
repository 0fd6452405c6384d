import { Module } from '@nestjs/common';
import { AvailabilityResolver } from './availability.resolver';
import { AvailabilityService } from './availability.service';

@Module({ providers: [AvailabilityService, AvailabilityResolver] })
export class AvailabilityModule {}
