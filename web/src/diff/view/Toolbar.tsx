import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  ArrowDown,
  ArrowUp,
  Check,
  FileDown,
  FoldVertical,
  PanelLeft,
  Settings2,
  UnfoldVertical,
} from 'lucide-react';
import { DiffNumbers } from '~/parts/DiffNumbers';
import { Keys } from '~/parts/Keys';
import { Segments } from '~/parts/Segments';
import { useWords } from '~/words/Words';
import type { FileDiff } from '../patch/patch';
import type { Settings } from './settings';
import s from './Toolbar.module.css';

interface Props {
  readonly files: readonly FileDiff[];
  readonly viewed: number;
  readonly settings: Settings;
  readonly narrow: boolean;
  /** The tree stands beside the files. */
  readonly beside: boolean;
  readonly patch: string;
  readonly onChange: (settings: Partial<Settings>) => void;
  readonly onTree: () => void;
  readonly onFoldAll: (folded: boolean) => void;
  /** To the next change, or to the one before. */
  readonly onStep: (by: 1 | -1) => void;
}

/** Above the files: how many, how far one is, how they are shown. */
export function Toolbar({
  files,
  viewed,
  settings,
  narrow,
  beside,
  onChange,
  onTree,
  ...rest
}: Props) {
  const { diff } = useWords();
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  const treeLabel = settings.tree && beside ? diff.hideTree : diff.showTree;
  return (
    <div className={s.bar}>
      <Tooltip label={treeLabel}>
        <ActionIcon color="gray" aria-label={treeLabel} onClick={onTree}>
          <PanelLeft size={16} />
        </ActionIcon>
      </Tooltip>
      <span className={s.count}>{diff.files(files.length)}</span>
      <DiffNumbers stat={{ additions, deletions }} />
      <span className={s.progress}>
        <progress value={viewed} max={files.length} aria-label={diff.viewed} />
        <span>{diff.viewedOf(viewed, files.length)}</span>
      </span>
      {!narrow && (
        <Segments
          label={diff.layout}
          value={settings.split ? 'split' : 'unified'}
          onChange={value => onChange({ split: value === 'split' })}
          options={[
            { value: 'split', name: diff.split },
            { value: 'unified', name: diff.unified },
          ]}
        />
      )}
      <Options settings={settings} onChange={onChange} {...rest} />
    </div>
  );
}

function Options({
  settings,
  onChange,
  onFoldAll,
  onStep,
  patch,
}: Pick<Props, 'settings' | 'onChange' | 'onFoldAll' | 'onStep' | 'patch'>) {
  const { diff } = useWords();
  const tick = (on: boolean) => (on ? <Check size={14} /> : <span className={s.noTick} />);
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Tooltip label={diff.options}>
          <ActionIcon color="gray" aria-label={diff.options}>
            <Settings2 size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={settings.hideSpaces}
          leftSection={tick(settings.hideSpaces)}
          rightSection={<Keys keys="w" />}
          onClick={() => onChange({ hideSpaces: !settings.hideSpaces })}
        >
          {diff.spaces}
        </Menu.Item>
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={settings.wrap}
          leftSection={tick(settings.wrap)}
          onClick={() => onChange({ wrap: !settings.wrap })}
        >
          {diff.wrap}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<ArrowDown size={14} />}
          rightSection={<Keys keys="n" />}
          onClick={() => onStep(1)}
        >
          {diff.nextChange}
        </Menu.Item>
        <Menu.Item
          leftSection={<ArrowUp size={14} />}
          rightSection={<Keys keys="p" />}
          onClick={() => onStep(-1)}
        >
          {diff.previousChange}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          closeMenuOnClick
          leftSection={<FoldVertical size={14} />}
          onClick={() => onFoldAll(true)}
        >
          {diff.foldAll}
        </Menu.Item>
        <Menu.Item
          closeMenuOnClick
          leftSection={<UnfoldVertical size={14} />}
          onClick={() => onFoldAll(false)}
        >
          {diff.unfoldAll}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          closeMenuOnClick
          component="a"
          href={patch}
          download
          leftSection={<FileDown size={14} />}
        >
          {diff.patch}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
