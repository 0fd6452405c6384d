import type { ReactNode } from 'react';
import { ConnectionState } from './ConnectionState';
import css from './PageHeader.module.css';

/** The top of every page: title, one line of context, what one can do. */
export function PageHeader({ title, context, children }: { title: ReactNode; context?: ReactNode; children?: ReactNode }) {
  return (
    <header className={css.header}>
      <div className={css.words}>
        <div className={css.title}>{title}</div>
        {context && <div className={css.context}>{context}</div>}
      </div>
      {children && <div className={css.tools}>{children}</div>}
      <ConnectionState />
    </header>
  );
}
