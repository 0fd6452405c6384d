/** The exports that the readers are tested with, for tests of what the API makes of them. */
export { fixtureBytes, fixturesOf, noFixtures } from '../../../libs/importers/test/fixtures';
export { aCard, aComment, aTrelloBoard } from '../../../libs/importers/test/trello-board';
