import { NumberInput, Popover, TextInput } from '@mantine/core';
import { SlidersHorizontal } from 'lucide-react';
import { Chip } from '~/parts/Chip';
import { useWords } from '~/words/Words';
import { type Draft, optionsSet } from './draft';
import s from './Options.module.css';
import type { Change } from './useDraft';

/** What most tasks need not say. */
export function Options({ draft, change }: { readonly draft: Draft; readonly change: Change }) {
  const { start } = useWords();
  const set = optionsSet(draft);
  return (
    <Popover width={340} position="bottom-start" shadow="md" trapFocus withRoles>
      <Popover.Target>
        <Chip icon={SlidersHorizontal} set={set > 0}>
          {set ? start.optionsSet(set) : start.options}
        </Chip>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={s.fields}>
          {draft.mode === 'code' && (
            <TextInput
              label={start.check}
              description={start.checkHint}
              placeholder="npm test"
              classNames={{ input: s.code ?? '' }}
              value={draft.check}
              onChange={event => change({ check: event.target.value })}
            />
          )}
          <TextInput
            label={start.setup}
            description={start.setupHint}
            placeholder="npm ci"
            classNames={{ input: s.code ?? '' }}
            value={draft.setup}
            onChange={event => change({ setup: event.target.value })}
          />
          <div className={s.pair}>
            <NumberInput
              label={start.usd}
              placeholder={start.none}
              value={draft.usd}
              min={0}
              decimalScale={2}
              hideControls
              onChange={usd => change({ usd: String(usd) })}
            />
            <NumberInput
              label={start.minutes}
              placeholder={start.none}
              value={draft.minutes}
              min={0}
              allowDecimal={false}
              hideControls
              onChange={minutes => change({ minutes: String(minutes) })}
            />
          </div>
          <NumberInput
            label={start.attempts}
            description={start.attemptsHint}
            value={draft.attempts}
            min={1}
            max={8}
            clampBehavior="strict"
            onChange={attempts => change({ attempts: Number(attempts) || 1 })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
