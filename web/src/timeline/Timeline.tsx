import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { isEnded, taskQuery } from '~/api/queries';
import type { Feed } from '~/feed/feed';
import { useWords } from '~/words/Words';
import { Announcer } from './Announcer';
import { Earlier } from './Earlier';
import { useFolds } from './folds';
import { NewBelow } from './NewBelow';
import { RowView } from './rows/RowView';
import s from './Timeline.module.css';
import { useCurrent } from './useCurrent';
import { useFollow } from './useFollow';
import { useKeys } from './useKeys';
import { useRows } from './useRows';
import { useTelling } from './useTelling';

export interface TimelineProps {
  readonly taskId: string;
  /** The task's events so far and to come; opened and closed by the page. */
  readonly feed: Feed;
  /** Only what this attempt did; absent: all of the task. */
  readonly attempt?: number | undefined;
}

/** What happened, as it happens: like a story, from what was asked to how it ended. */
export function Timeline({ taskId, feed, attempt }: TimelineProps) {
  const { timeline } = useWords();
  const told = useTelling(feed, attempt);
  const story = told.story();
  const { rows } = story;
  const missing = told.missing();
  const live = useIsLive(taskId);
  const list = useRef<HTMLOListElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const [current, setCurrent] = useCurrent(rows);
  const virtual = useRows(rows, { list, scroller }, current);
  const { isFollowing, follow, leave } = useFollow(scroller, live);
  const folds = useFolds();
  const isLong = missing !== undefined;
  // A long task is opened at its end, from which it is read.
  useEffect(() => {
    if (isLong) follow();
  }, [isLong, follow]);

  const goTo = useCallback(
    (index: number) => {
      leave();
      setCurrent(index);
      virtual.scrollToIndex(index, { align: 'auto' });
      focusRow(list, index);
    },
    [virtual, leave, setCurrent],
  );
  const toFirst = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the beginning has come
  useEffect(() => {
    if (toFirst.current && rows.length) goTo(0);
    toFirst.current = false;
  }, [rows]);
  const at = current === undefined ? undefined : rows[current];
  useKeys({
    move: by => {
      const [first, last] = inSight(virtual);
      const from = current ?? (by > 0 ? first - 1 : last + 1);
      goTo(Math.min(Math.max(0, from + by), rows.length - 1));
    },
    fold: () => at && folds.setOpen(at.id, !folds.isOpen(at)),
    whole: () => {
      if (!at) return;
      folds.setOpen(at.id, true);
      folds.setWhole(at.id, !folds.isWhole(at));
    },
    first: () => {
      toFirst.current = isLong;
      goTo(0);
    },
    last: () => {
      goTo(rows.length - 1);
      follow();
    },
  });

  return (
    <section className={s.timeline} aria-label={timeline.label}>
      {missing !== undefined && <Earlier part={missing} />}
      {rows.length === 0 && <p className={s.empty}>{timeline.empty}</p>}
      <ol ref={list} className={s.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return row ? (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-kind={row.kind}
              aria-posinset={index + 1}
              aria-setsize={live ? -1 : rows.length}
              tabIndex={index === (current ?? 0) ? 0 : -1}
              onFocus={() => setCurrent(index)}
              className={s.row}
              style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
            >
              <RowView
                row={row}
                taskId={taskId}
                open={folds.isOpen(row)}
                whole={folds.isWhole(row)}
                setOpen={folds.setOpen}
                setWhole={folds.setWhole}
              />
            </li>
          ) : null;
        })}
      </ol>
      <NewBelow
        key={isLong ? 'end' : 'all'}
        rows={rows.length}
        live={live}
        isFollowing={isFollowing}
        follow={follow}
      />
      <Announcer
        key={isLong ? 'end of it' : 'all of it'}
        rows={rows}
        version={told.version()}
        live={live}
      />
    </section>
  );
}

function useIsLive(taskId: string): boolean {
  const { data } = useQuery({ ...taskQuery(taskId), select: task => task.state, enabled: false });
  return data !== undefined && !isEnded(data);
}

/** The first and the last row that are seen. */
function inSight(virtual: ReturnType<typeof useRows>): readonly [number, number] {
  const range = virtual.range;
  return [range?.startIndex ?? 0, range?.endIndex ?? 0];
}

/** A row that is far away stands in the page a moment later. */
function focusRow(list: { readonly current: HTMLElement | null }, index: number, tries = 60): void {
  const row = list.current?.querySelector<HTMLElement>(`:scope > [data-index="${index}"]`);
  if (row) row.focus({ preventScroll: true });
  else if (tries) requestAnimationFrame(() => focusRow(list, index, tries - 1));
}
