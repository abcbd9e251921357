import { ActionIcon, Tooltip } from '@mantine/core';
import { Bell as BellIcon, BellRing } from 'lucide-react';
import { useState } from 'react';
import { toast } from '~/app/toasts';
import { useWords } from '~/words/Words';
import { canRing, hush, ring, rings } from './bell';

/** Whether a notification says that a task is done. */
export function Bell() {
  const { bell } = useWords().task;
  const [on, setOn] = useState(rings);
  if (!canRing()) return null;
  const turn = async () => {
    if (on) {
      hush();
      return setOn(false);
    }
    const granted = await ring();
    setOn(granted);
    toast(granted ? { tone: 'good', text: bell.on } : { tone: 'bad', text: bell.denied });
  };
  const Icon = on ? BellRing : BellIcon;
  return (
    <Tooltip label={on ? bell.hush : bell.ring}>
      <ActionIcon variant="default" aria-label={bell.ring} aria-pressed={on} onClick={turn}>
        <Icon size={15} />
      </ActionIcon>
    </Tooltip>
  );
}
