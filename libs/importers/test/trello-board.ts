/** A small board as Trello writes it, of our own; spread over it what a scene is about. */
export function aTrelloBoard(overrides: Record<string, unknown> = {}) {
  return {
    id: '5f1a00000000000000000001',
    name: 'Garden club',
    desc: '',
    closed: false,
    lists: [
      { id: '5f1a00000000000000000011', name: 'Sowing', closed: false, pos: 65536 },
      { id: '5f1a00000000000000000012', name: 'Doing', closed: false, pos: 1024.5 },
      { id: '5f1a00000000000000000013', name: 'Old beds', closed: true, pos: 99999 },
    ],
    labels: [
      { id: '5f1a00000000000000000021', name: 'urgent', color: 'red' },
      { id: '5f1a00000000000000000022', name: '', color: 'green_dark' },
      { id: '5f1a00000000000000000023', name: 'plain', color: null },
    ],
    members: [
      { id: '5f1a00000000000000000031', fullName: 'Rosa Beet', username: 'rosabeet' },
      { id: '5f1a00000000000000000032', fullName: 'Leo Leek', username: 'leoleek' },
    ],
    cards: [
      aCard(1, {
        name: 'Order seeds',
        desc: 'Ask @leoleek about\r\nthe \\_\u200Cold\\_\u200C list [here](https://example.org/list "\u200C")',
        pos: 2,
        due: '2026-03-29T22:30:00.000Z',
        start: '2026-03-28T09:00:00.000Z',
        idMembers: ['5f1a00000000000000000031', '5f1a00000000000000000032'],
        idLabels: ['5f1a00000000000000000021', '5f1a00000000000000000022'],
        badges: { comments: 3, votes: 2 },
        email: 'secret+address@boards.example',
        attachments: [
          {
            id: '5f1a00000000000000000051',
            name: 'list.pdf',
            url: 'https://trello.com/1/cards/x/download/list.pdf',
            isUpload: true,
            bytes: 1200,
          },
          { id: '5f1a00000000000000000052', name: 'shop', url: 'https://example.org/shop', isUpload: false, bytes: null },
          { id: '5f1a00000000000000000053', name: 'bad', url: 'javascript:alert(1)', isUpload: false },
        ],
        customFieldItems: [{ idCustomField: '5f1a00000000000000000061', value: { number: '12.5' } }],
      }),
      aCard(2, { name: 'Dig', pos: 1, dueComplete: true }),
      aCard(3, { name: '\u200E  ', pos: 1 }),
      aCard(4, { name: 'Forgotten', idList: '5f1a00000000000000000013', pos: 1 }),
      aCard(5, { name: 'Put away', closed: true, pos: 9 }),
    ],
    customFields: [{ id: '5f1a00000000000000000061', name: 'Price', type: 'number' }],
    checklists: [
      {
        id: '5f1a00000000000000000071',
        idCard: cardId(1),
        name: 'Kinds',
        pos: 1,
        checkItems: [
          { id: '5f1a00000000000000000082', name: 'Peas', state: 'incomplete', pos: 20, idMember: '5f1a0000000000000000ffff' },
          { id: '5f1a00000000000000000081', name: 'Beans', state: 'complete', pos: 10 },
        ],
      },
    ],
    actions: [
      aComment(2, 'Later', '2026-02-02T10:00:00.000Z', { dateLastEdited: '2026-02-03T10:00:00.000Z' }),
      aComment(1, 'Sooner', '2026-02-01T10:00:00.000Z'),
      {
        id: '5f1a00000000000000000093',
        type: 'createCard',
        date: '2026-01-01T08:00:00.000Z',
        idMemberCreator: '5f1a00000000000000000031',
        data: { card: { id: cardId(1) } },
      },
    ],
    ...overrides,
  };
}

export const cardId = (n: number) => `5f1a000000000000000001${String(n).padStart(2, '0')}`;

export function aCard(n: number, overrides: Record<string, unknown> = {}) {
  return { id: cardId(n), name: `Card ${n}`, idList: '5f1a00000000000000000011', closed: false, pos: n, ...overrides };
}

export function aComment(n: number, text: string, date: string, more: Record<string, unknown> = {}) {
  return {
    id: `5f1a0000000000000000009${n}`,
    type: 'commentCard',
    date,
    idMemberCreator: '5f1a00000000000000000032',
    memberCreator: { id: '5f1a00000000000000000032', fullName: 'Leo Leek', username: 'leoleek' },
    data: { text, card: { id: cardId(1), name: 'Order seeds' }, ...more },
  };
}

export const bytesOf = (file: unknown) => new TextEncoder().encode(JSON.stringify(file));
