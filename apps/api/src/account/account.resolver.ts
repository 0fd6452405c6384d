import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { DataSource } from 'typeorm';
import { Refusal } from '@baton/domain';
import { Ctx, CurrentViewer, Public, type RequestContext, type Viewer, loaderOf } from '../platform/graphql/context';
import { JsonScalar } from '../platform/graphql/scalars';
import { EditProfileInput } from './account.inputs';
import { AccountService } from './account.service';
import { Person } from './person.entity';
import { SessionService } from './session.service';

@Resolver(() => Person)
export class AccountResolver {
  constructor(
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
    private readonly db: DataSource,
  ) {}

  @Public()
  @Query(() => Person, { nullable: true, description: 'The signed-in person, or null.' })
  me(@Ctx() { viewer }: RequestContext) {
    return viewer ? this.accounts.me(viewer) : null;
  }

  // No parameter decorators: Nest then calls it plainly, as (source, args, context), which is twenty times cheaper.
  @ResolveField(() => String, { nullable: true, description: 'Only to the person themselves and to admins of a shared workspace.' })
  async email(person?: Person, _args?: unknown, context?: RequestContext): Promise<string | null> {
    const viewer = context?.viewer;
    if (!person?.email || !viewer) return null;
    if (person.id === viewer.personId) return person.email;
    const administered = loaderOf(
      context,
      AccountResolver,
      () => new DataLoader((ids: readonly string[]) => this.accounts.administers(viewer, ids)),
    );
    return (await administered.load(person.id)) ? person.email : null;
  }

  @ResolveField(() => JsonScalar, {
    nullable: true,
    description: 'How one can be reached when it cannot wait; only to the person themselves.',
  })
  urgent(person?: Person, _args?: unknown, context?: RequestContext) {
    return person && person.id === context?.viewer?.personId ? person.urgent : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the person said when they work; otherwise their hours are assumed.' })
  calendarConfirmed(person?: Person) {
    return !!person?.calendarConfirmedAt;
  }

  @Public()
  @Mutation(() => Person)
  async signIn(@Args('email') email: string, @Args('password') password: string, @Ctx() context: RequestContext) {
    const { person, token } = await this.accounts.signIn(email, password);
    this.keepCookie(context, token);
    return person;
  }

  @Mutation(() => Boolean)
  async signOut(@CurrentViewer() viewer: Viewer, @Ctx() context: RequestContext) {
    await this.sessions.end(viewer);
    this.keepCookie(context, null);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Ends every session of the caller, this one too.' })
  async signOutEverywhere(@CurrentViewer() viewer: Viewer, @Ctx() context: RequestContext) {
    await this.db.transaction((tx) => this.sessions.endAll(tx, viewer.personId));
    this.keepCookie(context, null);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Ends all other sessions.' })
  async changePassword(@CurrentViewer() viewer: Viewer, @Args('current') current: string, @Args('next') next: string) {
    await this.accounts.changePassword(viewer, current, next);
    return true;
  }

  @Mutation(() => Person)
  editProfile(@CurrentViewer() viewer: Viewer, @Args('input') input: EditProfileInput) {
    return this.accounts.editProfile(viewer, input);
  }

  private keepCookie({ res }: RequestContext, token: string | null) {
    if (!res) throw new Refusal('BAD_INPUT', { reason: 'Sign in over HTTP.' });
    this.sessions.setCookie(res, token);
  }
}
