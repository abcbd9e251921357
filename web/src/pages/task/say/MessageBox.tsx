import { ActionIcon, Tooltip } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ArrowUp, Paperclip } from 'lucide-react';
import { type ClipboardEvent, type Ref, useCallback, useRef } from 'react';
import type { State } from '~/api/client';
import { isEnded } from '~/api/queries';
import { DropCurtain } from '~/drop/DropCurtain';
import type { Placed } from '~/drop/folder';
import { useDropped } from '~/drop/useDropped';
import { Keys } from '~/parts/Keys';
import { WritingBox } from '~/parts/WritingBox';
import { useRefusal } from '~/words/useRefusal';
import { useWords } from '~/words/Words';
import { AttachedList } from './AttachedList';
import s from './MessageBox.module.css';
import { useAttached } from './useAttached';
import { useKept } from './useKept';

interface Props {
  readonly taskId: string;
  readonly state: State;
  /** Of several attempts, the one that is spoken to. */
  readonly attempt?: number | undefined;
  readonly say: (text: string, attachments?: readonly string[]) => Promise<void>;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Steers a running agent, or begins the next turn; with files and pictures, if there are any. */
export function MessageBox({ taskId, state, attempt, say, ref }: Props) {
  const { task: words } = useWords();
  const refusal = useRefusal();
  const [text, setText] = useKept(`drydock.say.${taskId}`);
  const attached = useAttached();
  const saying = useMutation({
    mutationFn: () => say(text.trim(), attached.uploads),
    onSuccess: () => {
      setText('');
      attached.clear();
    },
  });
  const isReady = Boolean(text.trim()) && attached.isReady && !saying.isPending;
  const send = () => {
    if (isReady) saying.mutate();
  };
  const over = useDropped(useTaken(attached.add));
  const paste = (event: ClipboardEvent) => {
    const { files } = event.clipboardData;
    if (!files.length) return;
    event.preventDefault();
    attached.add([...files]);
  };
  const works = state === 'running' || state === 'waiting';
  const hint = isEnded(state) ? words.followUp : works ? words.steer : words.waits;
  return (
    <div className={s.place}>
      {saying.error && (
        <p className={s.problem} role="alert">
          {refusal(saying.error)}
        </p>
      )}
      <div className={s.box}>
        <AttachedList files={attached.files} remove={attached.remove} />
        <div className={s.line}>
          <Choose add={attached.add} />
          <WritingBox
            {...(ref ? { ref } : {})}
            value={text}
            onChange={setText}
            onSend={send}
            onPaste={paste}
            label={attempt === undefined ? hint : words.say.to(attempt, hint)}
          />
          <span className={s.keys}>{text && <Keys keys="mod+enter" />}</span>
          <ActionIcon
            variant="filled"
            radius="md"
            size={30}
            aria-label={words.send}
            disabled={!isReady}
            loading={saying.isPending}
            onClick={send}
          >
            <ArrowUp size={16} />
          </ActionIcon>
        </div>
      </div>
      {over && <DropCurtain>{words.say.drop}</DropCurtain>}
    </div>
  );
}

function useTaken(add: (files: readonly File[]) => void) {
  return useCallback(
    (files: Promise<readonly Placed[]>) =>
      void files.then(found => add(found.map(({ file }) => file))),
    [add],
  );
}

function Choose({ add }: { readonly add: (files: readonly File[]) => void }) {
  const { say } = useWords().task;
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Tooltip label={say.attach}>
        <ActionIcon
          size={30}
          radius="md"
          color="gray"
          aria-label={say.attach}
          onClick={() => field.current?.click()}
        >
          <Paperclip size={16} />
        </ActionIcon>
      </Tooltip>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        onChange={event => {
          add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}
