import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'lucide-react';
import { useState } from 'react';
import { toastError } from '~/app/toasts';
import { CopyButton } from '~/parts/CopyButton';
import { Dialog } from '~/parts/Dialog';
import { Segments } from '~/parts/Segments';
import { useWords } from '~/words/Words';
import s from './ShareDialog.module.css';
import { ShareList } from './ShareList';
import { createShare, type SharePart } from './shares';

interface Props {
  readonly taskId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

const LIVES = ['1', '7', '30', '365'] as const;
const PARTS: readonly SharePart[] = ['logs', 'prompts'];

/** Makes read-only links, and takes them back. */
export function ShareDialog({ taskId, opened, onClose }: Props) {
  const { share } = useWords().result;
  const client = useQueryClient();
  const [days, setDays] = useState<(typeof LIVES)[number]>('7');
  const [include, setInclude] = useState<readonly SharePart[]>([]);
  const making = useMutation({
    mutationFn: () => createShare(taskId, Number(days), include),
    onSuccess: () => client.invalidateQueries({ queryKey: ['shares', taskId] }),
    onError: toastError,
  });
  const leave = () => {
    making.reset();
    onClose();
  };
  const toggle = (part: SharePart, on: boolean) =>
    setInclude(on ? [...include, part] : include.filter(it => it !== part));
  const url = making.data?.url;
  return (
    <Dialog opened={opened} onClose={leave} title={share.title}>
      <div className={s.share}>
        <p className={s.hint}>{share.hint}</p>
        <div className={s.field}>
          <span className={s.label}>{share.expires}</span>
          <Segments
            label={share.expires}
            value={days}
            onChange={setDays}
            options={LIVES.map(value => ({ value, name: share.days(Number(value)) }))}
          />
        </div>
        <fieldset className={s.field}>
          <legend className={s.label}>{share.include}</legend>
          {PARTS.map(part => (
            <label key={part} className={s.part}>
              <input
                type="checkbox"
                checked={include.includes(part)}
                onChange={event => toggle(part, event.target.checked)}
              />
              <span>
                {share.parts[part]} <span className={s.quiet}>{share.partHints[part]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {url ? (
          <div className={s.made} role="status">
            <span className={s.label}>{share.made}</span>
            <div className={s.url}>
              <code>{url}</code>
              <CopyButton text={url} label={share.copy} />
            </div>
          </div>
        ) : (
          <Button
            className={s.create ?? ''}
            leftSection={<Link size={14} />}
            loading={making.isPending}
            onClick={() => making.mutate()}
          >
            {share.create}
          </Button>
        )}
        {opened && <ShareList taskId={taskId} />}
      </div>
    </Dialog>
  );
}
