import type { ColumnClass, LabelColor } from '@baton/domain';

/** A person of the example; they become placeholders that nobody needs to invite. */
export interface StoryPerson {
  name: string;
  zone: string;
}

export interface StoryTask {
  title: string;
  description?: string;
  owner?: keyof typeof people;
  labels?: (keyof typeof labels)[];
  /** Days from today. */
  due?: number;
  start?: number;
  steps?: (readonly [string, boolean])[];
  notes?: (readonly [keyof typeof people, number, string])[];
}

export interface StoryColumn {
  name: string;
  class: ColumnClass;
  wipLimit?: number;
  tasks: StoryTask[];
}

export const boardName = 'Riverside guide';

export const people = {
  asha: { name: 'Asha Rao', zone: 'Asia/Kolkata' },
  ben: { name: 'Ben Carter', zone: 'America/New_York' },
  lea: { name: 'Léa Fournier', zone: 'Europe/Paris' },
  hana: { name: 'Hana Mori', zone: 'Asia/Tokyo' },
} as const satisfies Record<string, StoryPerson>;

export const labels = {
  writing: ['Writing', 'sea'],
  map: ['Map', 'moss'],
  photos: ['Photos', 'amber'],
  print: ['Print', 'plum'],
  question: ['Open question', 'rose'],
} as const satisfies Record<string, readonly [string, LabelColor]>;

/** Four people in four zones make a walking guide of a river; nobody is ever in the same room. */
export const columns: StoryColumn[] = [
  {
    name: 'Ideas',
    class: 'queued',
    tasks: [
      { title: 'A page on birds, with the months when each is seen', owner: 'hana', labels: ['writing'] },
      {
        title: 'Large-print edition for the library',
        labels: ['print', 'question'],
        description: 'The library asked twice. What would it cost at 200 copies?',
      },
      { title: 'Let readers report a closed path' },
    ],
  },
  {
    name: 'Next',
    class: 'queued',
    tasks: [
      {
        title: 'Write the chapter on the old mill',
        owner: 'ben',
        labels: ['writing'],
        due: 9,
        description:
          'About 800 words.\n\n- How the weir worked\n- Why it stopped in 1931\n- The path behind it, **closed in winter**\n\nSource: the town archive, box 14.',
        steps: [
          ['Read box 14', true],
          ['First draft', false],
          ['Léa checks the dates', false],
        ],
      },
      { title: 'Draw the map of the lower valley', owner: 'hana', labels: ['map'], start: 3, due: 12 },
      { title: 'Ask the farm for leave to show their gate', owner: 'lea', labels: ['question'], due: 5 },
    ],
  },
  {
    name: 'In progress',
    class: 'active',
    wipLimit: 4,
    tasks: [
      {
        title: 'Choose the cover photo',
        owner: 'lea',
        labels: ['photos', 'print'],
        due: 1,
        description:
          'Three are left. It has to work in black and white too.\n\n1. Morning fog at the bridge\n2. The ferry from above\n3. Children on the stones',
        steps: [
          ['Shortlist of three', true],
          ['Try each in black and white', true],
          ['Ask the printer about bleed', false],
        ],
        notes: [
          ['hana', -30, 'The fog picture loses its bridge in black and white. I would take the ferry.'],
          ['ben', -20, 'Agree with Hana. The ferry also leaves room for the title at the top.'],
          ['asha', -6, 'I have the ferry in full size, 48 megapixels. In the shared folder since this morning, my time.'],
        ],
      },
      {
        title: 'Walk the upper loop again and time it',
        owner: 'asha',
        labels: ['map'],
        start: -2,
        due: 2,
        steps: [
          ['Start at the north car park', true],
          ['Time to the ridge', true],
          ['Time back by the wood', false],
          ['Note where the signs are missing', false],
        ],
      },
      {
        title: 'Check every phone number in the back pages',
        owner: 'ben',
        labels: ['print'],
        due: -1,
        steps: [
          ['Ferry', true],
          ['Taxis', true],
          ['Guesthouses', false],
        ],
      },
    ],
  },
  {
    name: 'Done',
    class: 'done',
    tasks: [
      {
        title: 'Agree on the format: A6, 64 pages, thread-sewn',
        owner: 'lea',
        labels: ['print'],
        notes: [['lea', -120, 'Settled: A6 fits a coat pocket, and sewn lies flat. Ring binding is out because it tears in rain.']],
      },
      {
        title: 'Collect what readers said about the first edition',
        owner: 'asha',
        labels: ['writing'],
        steps: [
          ['Letters', true],
          ['Shop notebook', true],
          ['Reviews', true],
        ],
      },
      { title: 'Find a printer within 50 km', owner: 'ben', labels: ['print'] },
    ],
  },
];
