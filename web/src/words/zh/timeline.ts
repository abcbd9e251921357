import type { timeline as en } from '../en/timeline';

export const timeline: typeof en = {
  empty: '还没有任何动静。',
};
