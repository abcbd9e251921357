import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Bot, Check } from 'lucide-react';
import type { Model } from '~/api/client';
import { modelsQuery } from '~/api/queries';
import { Chip } from '~/parts/Chip';
import { MenuLine } from '~/parts/MenuLine';
import { useFormats, useWords } from '~/words/Words';
import { isScripted } from './models';
import type { Change } from './useDraft';

interface Props {
  readonly model: string;
  readonly change: Change;
}

export function ModelChoice({ model, change }: Props) {
  const { start } = useWords();
  const { data = [] } = useQuery(modelsQuery());
  const real = data.filter(it => !isScripted(it));
  const nothing = real.length ? start.defaultModel : start.noModel;
  return (
    <Menu>
      <Menu.Target>
        <Chip icon={Bot} set={model !== ''} aria-label={`${start.model}: ${model || nothing}`}>
          {model || nothing}
        </Chip>
      </Menu.Target>
      <Menu.Dropdown mah="20rem" style={{ overflow: 'auto' }}>
        {real.length > 0 && (
          <Menu.Item
            rightSection={model === '' && <Check size={14} />}
            onClick={() => change({ model: '' })}
          >
            {start.defaultModel}
          </Menu.Item>
        )}
        {real.map(it => (
          <ModelItem key={it.name} it={it} chosen={it.name === model} change={change} />
        ))}
        <Menu.Label>{start.scripted}</Menu.Label>
        {data.filter(isScripted).map(it => (
          <ModelItem key={it.name} it={it} chosen={it.name === model} change={change} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ItemProps {
  readonly it: Model;
  readonly chosen: boolean;
  readonly change: Change;
}

function ModelItem({ it, chosen, change }: ItemProps) {
  const { settings } = useWords();
  const { short, money } = useFormats();
  const price = it.price && ` · ${money(it.price.input)} / ${money(it.price.output)}`;
  return (
    <Menu.Item
      rightSection={chosen && <Check size={14} />}
      onClick={() => change({ model: it.name })}
    >
      <MenuLine
        name={it.name}
        hint={`${settings.models.context} ${short(it.contextTokens)}${price ?? ''}`}
      />
    </Menu.Item>
  );
}
