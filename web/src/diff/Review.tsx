import '@mantine/core/styles/Drawer.layer.css';
import { Drawer } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useFormats, useWords } from '~/words/Words';
import { FileCard } from './file/FileCard';
import { foldedAtFirst } from './file/kind';
import type { FileDiff } from './patch/patch';
import s from './Review.module.css';
import { CommentBar } from './review/CommentBar';
import { type Draft, message } from './review/message';
import { useKept } from './review/useKept';
import type { Changes } from './source';
import { Tree } from './tree/Tree';
import { DoingsContext, type ReviewDoings } from './view/context';
import { WatchContext } from './view/near';
import { useRoom, useSettings } from './view/settings';
import { Toolbar } from './view/Toolbar';
import { useCursor } from './view/useCursor';
import { useFolds } from './view/useFolds';
import { usePlace } from './view/usePlace';
import { useHeld, useReach } from './view/useReach';
import { useReviewKeys } from './view/useReviewKeys';
import { useStage } from './view/useStage';
import { useWidened } from './view/useWidened';

interface Props {
  readonly changes: Changes;
  /** Under which name what is reviewed is kept. */
  readonly scope: string;
  readonly patch: string;
  /** Before a path: where a file is read as it is now; absent where nobody may. */
  readonly blob: string | undefined;
  readonly mayComment: boolean;
  readonly onComments: ((text: string) => Promise<void>) | undefined;
}

/** Files beside their tree, and what a reviewer does with them. */
export function Review({ changes, scope, patch, blob, mayComment, onComments }: Props) {
  const { cut } = changes;
  const { files, widen } = useWidened(changes.files, blob);
  const { app, diff } = useWords();
  const { bytes } = useFormats();
  const { narrow, tight } = useRoom();
  const [settings, change] = useSettings();
  const { kept, setViewed, saveDraft, dropDraft, dropAll } = useKept(scope);
  const { folds, setFolded, foldAll } = useFolds();
  const [sheet, setSheet] = useState(false);
  const home = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const { watch, current, measure } = useStage(home, files.length);

  const split = settings.split && !narrow;
  const { hideSpaces, wrap } = settings;
  const isViewed = (file: FileDiff) => kept.viewed[file.path] === file.fingerprint;
  const isFolded = (file: FileDiff) =>
    folds.get(file.path) ?? (isViewed(file) || foldedAtFirst(file) !== undefined);
  const cursor = useCursor({ files, split, hideSpaces, isFolded, home });
  const fileAt = (path: string) => files.findIndex(file => file.path === path);

  const unfold = (path: string) => setFolded(path, false);
  const reach = useReach({ files, split, hideSpaces, widen, unfold, stage: cursor.stage });
  const { place, point } = usePlace(files, reach);
  useHeld(files, kept.drafts, widen);
  const doings = useMemo<ReviewDoings>(() => {
    const byPath = new Map(files.map(file => [file.path, file]));
    return {
      split,
      hideSpaces,
      wrap,
      mayComment,
      widen,
      setFolded,
      setViewed: (path, viewed) => {
        const file = byPath.get(path);
        if (file) setViewed(file, viewed);
        setFolded(path, undefined);
      },
      point,
      saveDraft,
      dropDraft,
    };
  }, [
    split,
    hideSpaces,
    wrap,
    mayComment,
    widen,
    files,
    setFolded,
    setViewed,
    point,
    saveDraft,
    dropDraft,
  ]);

  const goToPath = (path: string) => {
    setSheet(false);
    cursor.goToFile(fileAt(path));
  };
  const onFile = (act: (file: FileDiff, index: number) => void) => () => {
    const index = cursor.currentFile();
    const file = index === undefined ? undefined : files[index];
    if (file && index !== undefined) act(file, index);
  };
  useReviewKeys({
    n: () => cursor.stepChange(1),
    p: () => cursor.stepChange(-1),
    j: () => cursor.stepFile(1),
    k: () => cursor.stepFile(-1),
    s: () => change({ split: !settings.split }),
    w: () => change({ hideSpaces: !hideSpaces }),
    x: onFile(file => setFolded(file.path, !isFolded(file))),
    v: onFile((file, index) => {
      doings.setViewed(file.path, !isViewed(file));
      if (!isViewed(file)) cursor.goToFile(index + 1);
    }),
    r: () => {
      const { file, row } = cursor.cursor ?? {};
      const line = home.current?.querySelector(`[data-file="${file}"] [data-row="${row}"]`);
      const plus = ['[data-comment="new"]', '[data-comment]'].map(it => line?.querySelector(it));
      plus.find(it => it instanceof HTMLElement)?.click();
    },
    '/': () => (tight ? setSheet(true) : filter.current?.focus()),
  });

  const [seen, setSeen] = useState(-1);
  const nextComment = () => {
    const next = kept.drafts[(seen + 1) % kept.drafts.length];
    setSeen((seen + 1) % kept.drafts.length);
    if (next) void reach({ path: next.path, lines: next });
  };
  const send =
    onComments &&
    (async () => {
      await onComments(
        message(
          kept.drafts,
          files.map(file => file.path),
          diff.message,
        ),
      );
      dropAll();
    });

  const tree = (
    <Tree
      files={files}
      current={files[current]?.path}
      kept={kept}
      filterRef={filter}
      onGo={goToPath}
    />
  );
  const beside = settings.tree && !tight && files.length > 1;
  return (
    <WatchContext value={watch}>
      <DoingsContext value={doings}>
        <div className={s.review} data-wide data-tree={beside} ref={measure}>
          <Toolbar
            files={files}
            viewed={files.filter(isViewed).length}
            settings={settings}
            narrow={narrow}
            beside={beside}
            patch={patch}
            onChange={change}
            onTree={() => (tight ? setSheet(true) : change({ tree: !settings.tree }))}
            onStep={cursor.stepChange}
            onFoldAll={folded => foldAll(files, folded)}
          />
          {beside && <aside className={s.side}>{tree}</aside>}
          <div className={s.files} ref={home} data-count={files.length}>
            {cut && <p className={s.cut}>{diff.cut(bytes(cut))}</p>}
            {files.map((file, index) => (
              <FileCard
                key={file.path}
                file={file}
                index={index}
                folded={folds.get(file.path)}
                viewed={isViewed(file)}
                drafts={draftsOf(file, kept.drafts)}
                selected={place?.path === file.path ? place.lines : undefined}
                cursor={cursor.cursor?.file === index ? cursor.cursor.row : undefined}
              />
            ))}
            <CommentBar
              count={kept.drafts.length}
              onSend={send}
              onNext={nextComment}
              onDiscard={dropAll}
            />
          </div>
          <Drawer
            data-dialog
            opened={sheet && tight}
            onClose={() => setSheet(false)}
            position={narrow ? 'bottom' : 'left'}
            size={narrow ? '75dvh' : '22rem'}
            title={diff.tree}
            lockScroll={false}
            closeButtonProps={{ 'aria-label': app.close }}
            classNames={{ body: s.sheet ?? '', content: (narrow && s.sheetContent) || '' }}
          >
            {tree}
          </Drawer>
        </div>
      </DoingsContext>
    </WatchContext>
  );
}

const NO_DRAFTS: readonly Draft[] = [];

/** The same empty list for every file without any, so that its card is not rendered again. */
function draftsOf(file: FileDiff, drafts: readonly Draft[]): readonly Draft[] {
  const own = drafts.filter(draft => draft.path === file.path);
  return own.length ? own : NO_DRAFTS;
}
