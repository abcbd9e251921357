import type { tasks as en } from '../en/tasks';

export const tasks: typeof en = {
  title: '任务',
};
