export * from './board-import';
export * from './local-time';
export * from './read-board';
export * from './receipt';
export * from './receipt-words';
