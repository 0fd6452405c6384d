/** What Baton accepts. Lengths are in Unicode code points, sizes in bytes. */
export const limits = {
  title: 500,
  description: 100_000,
  name: 120,
  labelName: 60,
  email: 254,
  passwordMin: 10,
  passwordMax: 200,
  boardKeyMax: 8,
  checklistItem: 500,
  tasksPerCommand: 500,
  columnsPerBoard: 100,
  labelsPerBoard: 200,
  itemsPerChecklist: 500,
  helpers: 20,
  nextStep: 140,
  reason: 300,
  blockers: 50,
  leaves: 200,
  overrides: 1000,
  holidays: 500,
  focusBlocks: 50,
  importBytes: 64 * 1024 * 1024,
  invitationDays: 14,
  trashDays: 30,
  importUndoDays: 7,
  signInTries: 10,
  signInWindowMinutes: 15,
  sessionDays: 30,
} as const;

/** The length that people see, in code points. */
export const lengthOf = (text: string) => [...text].length;
