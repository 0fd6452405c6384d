const longest = 300;

/** Words without marks of Markdown and mentions. */
const plain = (line: string) =>
  line
    .replace(/\[@?([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/^[>#*\s-]+/, '')
    .trim();

const linesOf = (text: string) => text.split('\n').map(plain).filter(Boolean);
const isQuestion = (line: string) => /[?？؟]$/.test(line);

/** What a text asks: its first line that ends as a question, or its first line. */
export const askedIn = (text: string): string => {
  const lines = linesOf(text);
  return (lines.find(isQuestion) ?? lines[0] ?? '').slice(0, longest);
};

/**
 * The question and the choice that a comment holds: a line that asks is the question, the first that does not is the choice. A comment that
 * asks nothing decides what its task is about.
 */
export function questionOf(text: string, taskTitle: string): { question: string; choice: string } {
  const lines = linesOf(text);
  const asks = lines.find(isQuestion);
  const says = lines.find((line) => line !== asks);
  return { question: (says && asks ? asks : taskTitle).slice(0, longest), choice: (says ?? asks ?? '').slice(0, longest) };
}
