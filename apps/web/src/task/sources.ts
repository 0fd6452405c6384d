/** The tool that something came from, as it calls itself. */
export const sourceName = (source: string) => (source === 'trello' ? 'Trello' : source);
