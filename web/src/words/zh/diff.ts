import type { diff as en } from '../en/diff';

export const diff: typeof en = {
  loading: '正在读取改动',
};
