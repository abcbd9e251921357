import { Menu } from '@mantine/core';
import { Check, Code, MessageCircleQuestionMark } from 'lucide-react';
import { Chip } from '~/parts/Chip';
import { MenuLine } from '~/parts/MenuLine';
import { useWords } from '~/words/Words';
import type { Draft } from './draft';
import type { Change } from './useDraft';

const ICONS = { code: Code, ask: MessageCircleQuestionMark };

export function ModeChoice({
  mode,
  change,
}: {
  readonly mode: Draft['mode'];
  readonly change: Change;
}) {
  const { start } = useWords();
  const hints = { code: start.modes.codeHint, ask: start.modes.askHint };
  return (
    <Menu>
      <Menu.Target>
        <Chip icon={ICONS[mode]} aria-label={`${start.mode}: ${start.modes[mode]}`}>
          {start.modes[mode]}
        </Chip>
      </Menu.Target>
      <Menu.Dropdown>
        {(['code', 'ask'] as const).map(it => {
          const Icon = ICONS[it];
          return (
            <Menu.Item
              key={it}
              leftSection={<Icon size={15} />}
              rightSection={it === mode && <Check size={14} />}
              onClick={() => change({ mode: it })}
            >
              <MenuLine name={start.modes[it]} hint={hints[it]} />
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
