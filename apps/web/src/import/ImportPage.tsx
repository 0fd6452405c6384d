import { PageHeader } from '../shell/PageHeader';

/** Where a file of another tool becomes a board. */
export function ImportPage() {
  return <PageHeader title={<h1 style={{ all: 'unset' }}>Import</h1>} />;
}
